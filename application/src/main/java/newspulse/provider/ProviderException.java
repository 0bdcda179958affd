package newspulse.provider;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// One call that brought no answer.
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CallFailure failure;
    private final @Nullable Duration retryAfter;
    private final boolean charged;
    private final transient @Nullable Usage usage;

    private ProviderException(
            CallFailure failure,
            String message,
            @Nullable Duration retryAfter,
            boolean charged,
            @Nullable Usage usage,
            @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.retryAfter = retryAfter;
        this.charged = charged;
        this.usage = usage;
    }

    /// A call that was turned away before any work, and so cost nothing.
    ///
    /// @param message for the log: no secrets and no text of an article
    public static ProviderException free(CallFailure failure, String message) {
        return new ProviderException(failure, message, null, false, null, null);
    }

    /// A call that may have been worked on: it is counted as the dearest it can have been.
    public static ProviderException charged(CallFailure failure, String message) {
        return new ProviderException(failure, message, null, true, null, null);
    }

    public ProviderException after(Duration wait) {
        return new ProviderException(failure, message(), wait, charged, usage, getCause());
    }

    public ProviderException because(Throwable cause) {
        return new ProviderException(failure, message(), retryAfter, charged, usage, cause);
    }

    public CallFailure failure() {
        return failure;
    }

    /// How long the provider asks us to wait, where it does.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /// The same, of a call of which the provider said what it took.
    public ProviderException taking(Usage known) {
        return new ProviderException(failure, message(), retryAfter, true, known, getCause());
    }

    /// What it took.
    ///
    /// @param worst the most that it can have been, where nobody says
    public Usage usage(Usage worst) {
        return usage != null ? usage : charged ? worst : Usage.NONE;
    }

    /// Whether it may have cost something.
    public boolean isCharged() {
        return charged;
    }

    private String message() {
        String message = getMessage();
        return message == null ? failure.label() : message;
    }
}
