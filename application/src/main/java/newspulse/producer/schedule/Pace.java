package newspulse.producer.schedule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a source is asked again. Every wait is spread by a tenth, so that the
/// sources do not stay in step.
record Pace(Duration interval) {
    /// After the first failure; doubled by every further one.
    static final Duration FIRST_RETRY = Duration.ofSeconds(15);

    /// A source that keeps failing is asked this often (or at the interval, if that is longer).
    static final Duration LONGEST_RETRY = Duration.ofMinutes(30);

    private static final double SPREAD = 0.1;

    Duration afterSuccess(RandomGenerator random) {
        return spread(interval, random);
    }

    /// After so many failures in a row; never sooner than the source asked for.
    Duration afterFailure(int failures, @Nullable Duration retryAfter, RandomGenerator random) {
        Duration first = shorter(FIRST_RETRY, interval);
        Duration backoff = first.multipliedBy(1L << Math.min(failures - 1, 20));
        Duration wait = spread(shorter(backoff, longer(LONGEST_RETRY, interval)), random);
        return retryAfter == null ? wait : longer(wait, retryAfter);
    }

    /// How long a lease lasts: until the next fetch and well beyond, so that it is renewed in time.
    Duration term() {
        return interval.multipliedBy(2).plusSeconds(60);
    }

    private static Duration spread(Duration wait, RandomGenerator random) {
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofNanos(Math.round(wait.toNanos() * factor));
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
