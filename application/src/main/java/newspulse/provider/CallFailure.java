package newspulse.provider;

import java.util.Locale;

/// Why there is no answer, under the one name that metrics and logs share.
public enum CallFailure {
    /// Nothing listens, or the connection broke.
    CONNECTION_FAILED(true),
    /// The call took longer than it was given.
    TIMED_OUT(true),
    /// 429.
    RATE_LIMITED(true),
    /// 503 while the model is being loaded.
    LOADING(true),
    /// 5xx.
    SERVER_ERROR(true),
    /// 401 or 403: a wrong or missing key.
    UNAUTHORIZED(false),
    /// Another 4xx: the request is not to its liking, and will not be the next time.
    REJECTED(false),
    /// Not the wire format: another content type, broken JSON, no choices, too much of it.
    UNREADABLE_ANSWER(true),
    /// The wire format, but not the schema that was asked for.
    INVALID_ANSWER(false),
    /// The model would not answer.
    REFUSED(false),
    /// Its circuit breaker is open: it is known to be down.
    CIRCUIT_OPEN(false),
    /// As many calls as allowed are under way, and waiting would outlast the deadline.
    SATURATED(false),
    /// No time is left for a try.
    DEADLINE_EXCEEDED(false),
    /// The call could pass a ceiling.
    OVER_BUDGET(false),
    /// What was spent cannot be known now, so nothing is.
    BUDGET_UNKNOWN(false),
    /// A fault of ours.
    INTERNAL_ERROR(false);

    private final boolean retryable;
    private final String label = name().toLowerCase(Locale.ROOT);

    CallFailure(boolean retryable) {
        this.retryable = retryable;
    }

    /// Whether the same call may succeed a little later.
    public boolean isRetryable() {
        return retryable;
    }

    public String label() {
        return label;
    }
}
