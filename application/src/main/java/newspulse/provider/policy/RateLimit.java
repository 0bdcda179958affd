package newspulse.provider.policy;

import newspulse.provider.time.Time;

import java.time.Duration;
import java.util.OptionalLong;

/// So many a minute, evenly, with a second's worth at once: the generic cell rate algorithm (ITU-T
/// I.371, annex A), which needs one number of memory and no thread. What is larger than a second's
/// worth passes when nothing is owed, and is owed then.
final class RateLimit {
    private static final double MINUTE = 60e9;
    private static final double BURST_NANOS = 1e9;

    private final Time time;
    private final double interval;
    private double owedUntil;
    private long closedUntil;

    /// @param perMinute 0 for no limit
    RateLimit(long perMinute, Time time) {
        this.time = time;
        this.interval = perMinute == 0 ? 0 : MINUTE / perMinute;
        this.owedUntil = time.nanos();
        this.closedUntil = time.nanos();
    }

    /// Takes `amount` and answers how many nanoseconds to wait first; takes nothing and answers
    /// empty when that would be more than `patience`.
    synchronized OptionalLong take(long amount, Duration patience) {
        long now = time.nanos();
        double from = Math.max(owedUntil, (double) now);
        double burst = Math.max(0, BURST_NANOS - interval);
        long wait = Math.max((long) Math.ceil(from - burst - now), closedUntil - now);
        if (wait > patience.toNanos()) {
            return OptionalLong.empty();
        }
        owedUntil = from + amount * interval;
        return OptionalLong.of(Math.max(0, wait));
    }

    /// Gives back what was taken and not used.
    synchronized void giveBack(long amount) {
        owedUntil -= amount * interval;
    }

    /// Lets nothing through for a while, as the provider asked.
    synchronized void close(Duration pause) {
        closedUntil = Math.max(closedUntil, time.nanos() + pause.toNanos());
    }
}
