package newspulse.producer.replay;

import java.time.Duration;
import java.time.Instant;

/// Says when the next article is due, so that over time there are `rate` of them a second.
final class Pacer {
    /// What is missed beyond this, while the broker was away for instance, is not caught up.
    private static final Duration MOST_CAUGHT_UP = Duration.ofSeconds(1);

    private static final int BATCHES_A_SECOND = 20;

    private final double rate;
    private Instant start;

    Pacer(double rate, Instant start) {
        this.rate = rate;
        this.start = start;
    }

    /// How many articles go together: few, so that the flow is smooth.
    int batch(int max) {
        return (int) Math.clamp(rate / BATCHES_A_SECOND, 1, max);
    }

    /// How long to wait before the article that follows `sent` others; not at all when it is late.
    Duration untilDue(long sent, Instant now) {
        Instant due = start.plusNanos(Math.round(sent / rate * 1e9));
        Duration late = Duration.between(due, now);
        if (late.compareTo(MOST_CAUGHT_UP) > 0) {
            start = start.plus(late.minus(MOST_CAUGHT_UP));
        }
        return late.isNegative() ? late.negated() : Duration.ZERO;
    }
}
