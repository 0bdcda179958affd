package newspulse.producer;

/// How many of the articles handed over became what.
public record Receipt(long accepted, long duplicates, long rejected) {
    public static final Receipt NOTHING = new Receipt(0, 0, 0);

    public Receipt plus(Receipt other) {
        return new Receipt(
                accepted + other.accepted,
                duplicates + other.duplicates,
                rejected + other.rejected);
    }
}
