package newspulse.producer;

import java.util.Set;

/// A kind of source that `sources.yaml` can name.
///
/// @param label the value of `type` there
/// @param keys what its entries may hold besides what all may ([SourceEntry])
public record SourceType(String label, Set<String> keys, Reading reading) {
    public SourceType {
        keys = Set.copyOf(keys);
    }

    /// How an entry becomes what it describes. Faults go to the entry; what comes back then is not
    /// used.
    @FunctionalInterface
    public interface Reading {
        SourceSpec read(SourceEntry entry);
    }
}
