package newspulse.provider.fake;

/// What the fake does with a request.
public enum Behaviour {
    ANSWER,
    /// 429 without `Retry-After`.
    RATE_LIMITED,
    /// 429 with `Retry-After: 7`.
    RATE_LIMITED_SECONDS,
    /// 429 with a `Retry-After` that is a date, 90 s from now.
    RATE_LIMITED_DATE,
    /// OpenAI's 429 for an account without credit.
    OUT_OF_CREDIT,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    REDIRECT,
    ERROR_500,
    BAD_GATEWAY,
    UNAVAILABLE,
    /// Hugging Face's 503 with an `estimated_time` of 20 s.
    LOADING,
    /// A byte every 20 ms.
    SLOW_DRIP,
    /// Takes the request and says nothing.
    HANG,
    /// Breaks off within the answer.
    CUT,
    /// Breaks off before any answer.
    RESET,
    CONTENT_TYPE,
    TRUNCATED,
    /// The wire format, with an answer of another form.
    WRONG_SCHEMA,
    NO_CHOICES,
    REFUSAL,
    /// 32 MiB.
    HUGE,
    NO_USAGE
}
