package newspulse.producer.folder;

import org.jspecify.annotations.Nullable;

/// Whether a byte of CSV stands within quotes (RFC 4180), where line ends belong to the value. They
/// open at the beginning of a value only.
final class Quotes {
    private final int delimiter;
    private State state = State.START;

    private enum State {
        /// Of a value.
        START,
        PLAIN,
        OPEN,
        /// After a quote within quotes: the end of the value, or the first half of a doubled one.
        CLOSED
    }

    /// @param delimiter null for files that have none, and no quotes
    Quotes(@Nullable Character delimiter) {
        this.delimiter = delimiter == null ? -1 : delimiter;
    }

    void reset() {
        state = State.START;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    void see(byte one) {
        if (delimiter < 0) {
            return;
        }
        state =
                switch (state) {
                    case OPEN -> one == '"' ? State.CLOSED : State.OPEN;
                    case START, CLOSED ->
                            one == '"' ? State.OPEN : one == delimiter ? State.START : State.PLAIN;
                    case PLAIN -> one == delimiter ? State.START : State.PLAIN;
                };
    }
}
