package newspulse.engine.entities;

/// What a span of text names. Readers are told of the first three; the others are learned only so
/// that a tagger has a better place for "French", "May 3rd" or "two million" than those.
public enum Kind {
    PERSON(0),
    ORGANIZATION(1),
    LOCATION(2),
    /// Peoples, languages, works, events.
    OTHER(3),
    DATE(4),
    TIME(5),
    QUANTITY(6);

    /// One more than the largest code.
    static final int CODES = 7;

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /// What stands for the kind in model files and tables.
    int code() {
        return code;
    }

    /// The kind of a code.
    ///
    /// @throws IllegalArgumentException when no kind has it
    static Kind of(int code) {
        for (Kind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind has the code " + code);
    }

    /// Whether a reader of an analysis is told.
    public boolean isReported() {
        return this == PERSON || this == ORGANIZATION || this == LOCATION;
    }
}
