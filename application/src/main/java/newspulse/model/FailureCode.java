package newspulse.model;

import java.util.Locale;

/// Everything that can go wrong, under the one name that a log line, a metric's label, a problem
/// document and a dead letter's header share.
public enum FailureCode {
    MALFORMED_JSON(Kind.INVALID),
    MALFORMED_CSV(Kind.INVALID),
    EMPTY_RECORD(Kind.INVALID),
    INVALID_ARTICLE(Kind.INVALID),
    INVALID_REQUEST(Kind.INVALID),
    NOT_FOUND(Kind.INVALID),
    METHOD_NOT_ALLOWED(Kind.INVALID),
    UNSUPPORTED_MEDIA_TYPE(Kind.INVALID),
    TOO_LARGE(Kind.INVALID),
    REQUEST_TIMEOUT(Kind.TRANSIENT),
    DEPENDENCY_UNAVAILABLE(Kind.TRANSIENT),
    SOURCE_UNREACHABLE(Kind.TRANSIENT),
    SOURCE_REFUSED(Kind.INVALID),
    SOURCE_UNREADABLE(Kind.INVALID),
    OVERLOADED(Kind.OVERLOADED),
    DRAINING(Kind.OVERLOADED),
    PROCESSING_ERROR(Kind.BUG),
    INTERNAL_ERROR(Kind.BUG);

    private final Kind kind;
    private final String label = name().toLowerCase(Locale.ROOT);

    FailureCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The stable name outside the program.
    public String label() {
        return label;
    }

    /// Whose failure it is, and so what to do: mend the input, try again, try later, or tell us.
    public enum Kind {
        INVALID,
        TRANSIENT,
        OVERLOADED,
        BUG;

        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }
}
