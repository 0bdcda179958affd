package newspulse.api;

import java.io.Serial;

/// The read model does not take or give articles now.
final class ReadModelUnavailableException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    ReadModelUnavailableException(Throwable cause) {
        super(reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
