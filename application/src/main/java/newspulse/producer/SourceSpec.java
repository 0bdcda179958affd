package newspulse.producer;

/// What one entry of the list describes.
public interface SourceSpec {
    String name();

    /// False keeps the entry without asking its source.
    boolean enabled();

    /// What it reads from: two entries with the same one would bring everything twice.
    String address();

    /// The source itself; nothing is asked yet.
    Source open(SourceParts parts);

    /// One that is its entry and a way to open it.
    static SourceSpec of(SourceEntry entry, String address, Opening opening) {
        return new Described(entry.name(), entry.enabled(), address, opening);
    }

    /// Builds a source.
    @FunctionalInterface
    interface Opening {
        Source open(SourceParts parts);
    }

    /// See [#of].
    record Described(String name, boolean enabled, String address, Opening opening)
            implements SourceSpec {
        @Override
        public Source open(SourceParts parts) {
            return opening.open(parts);
        }
    }
}
