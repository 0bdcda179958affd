package newspulse.producer.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How a source is doing, in one word.
public enum SourceState {
    /// Not asked yet.
    WAITING,
    /// It answers, and gives what it always gave.
    LIVE,
    /// It answers, but takes more than 5 s on the average, or failed lately.
    SLOW,
    /// It answers, but gives less than its past says ([Yield], [Pauses]).
    SILENT,
    /// No answer for more than twice the time in which one was due, and a minute.
    STALE,
    /// Gone for good (410), or no answer for a day.
    DEAD;

    private static final double SLOW_SECONDS = 5;
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration DEAD_AFTER = Duration.ofDays(1);

    private final String label = name().toLowerCase(Locale.ROOT);

    /// As metrics and the API have it.
    public String label() {
        return label;
    }

    static SourceState of(SourceStatus status, Instant now) {
        if (status.gone()) {
            return DEAD;
        }
        Instant first = status.firstAsked();
        if (first == null) {
            return WAITING;
        }
        Instant answered = status.lastSuccess() == null ? first : status.lastSuccess();
        Duration without = Duration.between(answered, now);
        if (status.failures() > 0 && without.compareTo(DEAD_AFTER) > 0) {
            return DEAD;
        }
        if (without.compareTo(status.answerDue().multipliedBy(2).plus(GRACE)) > 0) {
            return STALE;
        }
        if (status.silence(now) != null) {
            return SILENT;
        }
        return status.failures() > 0 || status.answerSeconds() > SLOW_SECONDS ? SLOW : LIVE;
    }
}
