package newspulse.api;

/// What the read model did with an article.
enum Outcome {
    NEW,
    REPLACED,
    SAME_REVISION,
    OLDER_REVISION;

    boolean isStored() {
        return switch (this) {
            case NEW, REPLACED -> true;
            case SAME_REVISION, OLDER_REVISION -> false;
        };
    }

    /// The character by which the storing script tells it.
    static Outcome of(byte told) {
        return switch (told) {
            case 'N' -> NEW;
            case 'R' -> REPLACED;
            case 'S' -> SAME_REVISION;
            case 'O' -> OLDER_REVISION;
            default -> throw new IllegalStateException("the script answered " + told);
        };
    }
}
