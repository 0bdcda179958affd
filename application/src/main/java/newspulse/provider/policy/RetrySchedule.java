package newspulse.provider.policy;

import newspulse.provider.ProviderException;

import java.time.Duration;
import java.util.Optional;

/// When to try again: exponential backoff with full jitter (Brooker, "Exponential Backoff And
/// Jitter", AWS Architecture Blog, 2015), not before the provider asked for, and not at all where
/// the deadline would pass first.
///
/// @param attempts tries altogether, the first among them
record RetrySchedule(int attempts) {
    private static final long FIRST_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_DOUBLINGS = 6;

    /// How long to wait before the next try; empty when there is to be none.
    ///
    /// @param made tries so far, at least 1
    /// @param chance in 0..1
    Optional<Duration> next(int made, ProviderException failed, Duration left, double chance) {
        if (made >= attempts || !failed.failure().isRetryable()) {
            return Optional.empty();
        }
        long most = Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(made - 1, MAX_DOUBLINGS));
        Duration backoff = Duration.ofNanos((long) (chance * most));
        Duration asked = failed.retryAfter().orElse(Duration.ZERO);
        Duration wait = asked.compareTo(backoff) > 0 ? asked : backoff;
        return wait.compareTo(left) < 0 ? Optional.of(wait) : Optional.empty();
    }
}
