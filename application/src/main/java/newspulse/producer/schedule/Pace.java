package newspulse.producer.schedule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a source is asked again: `shortest` where it publishes often, up to
/// `longest` where it seldom does. Every wait is lengthened by up to a tenth, so that the sources
/// do not stay in step, and none is asked twice within its interval.
record Pace(Duration shortest, Duration longest) {
    /// After the first failure that reached nobody's server; doubled by every further one.
    static final Duration FIRST_RETRY = Duration.ofSeconds(15);

    /// A source that keeps failing is asked this often (or at the interval, if that is longer).
    static final Duration LONGEST_RETRY = Duration.ofHours(1);

    /// Asked this many times in the time between two of its articles, a source is seldom asked in
    /// vain for long, and its news are not found late by much of what separates them.
    private static final int ASKS_PER_ARTICLE = 4;

    private static final double SPREAD = 0.1;

    Pace {
        longest = longer(longest, shortest);
    }

    /// How often to ask a source of that rhythm. One that gave something new is asked at least
    /// twice as often as before, so that a source which wakes up is soon followed closely.
    Duration interval(Rhythm rhythm, Duration before, boolean gaveNews) {
        Duration own = rhythm.betweenArticles().dividedBy(ASKS_PER_ARTICLE);
        Duration quick = gaveNews ? shorter(own, before.dividedBy(2)) : own;
        return within(quick);
    }

    /// An interval from elsewhere, within the bounds here.
    Duration within(Duration interval) {
        return longer(shortest, shorter(longest, interval));
    }

    /// Not before what the source gave is stale by its own account, as far as that is no longer
    /// than the longest interval.
    Duration afterSuccess(Duration interval, Duration freshFor, RandomGenerator random) {
        return spread(longer(interval, shorter(freshFor, longest)), random);
    }

    /// After so many failures in a row; never sooner than the source asked for. A failure that its
    /// server has seen counts against the interval.
    Duration afterFailure(
            int failures,
            Duration interval,
            boolean asked,
            @Nullable Duration retryAfter,
            RandomGenerator random) {
        Duration first = asked ? interval : shorter(FIRST_RETRY, interval);
        Duration backoff = first.multipliedBy(1L << Math.min(failures - 1, 20));
        Duration wait = shorter(backoff, longer(LONGEST_RETRY, interval));
        return spread(retryAfter == null ? wait : longer(wait, retryAfter), random);
    }

    static Duration spread(Duration wait, RandomGenerator random) {
        return Duration.ofNanos(Math.round(wait.toNanos() * (1 + SPREAD * random.nextDouble())));
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
