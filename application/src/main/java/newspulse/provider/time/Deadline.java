package newspulse.provider.time;

import java.time.Duration;

/// The moment by which everything has to be over.
public final class Deadline {
    private final Time time;
    private final long end;

    private Deadline(Time time, long end) {
        this.time = time;
        this.end = end;
    }

    public static Deadline in(Duration duration, Time time) {
        return new Deadline(time, time.nanos() + duration.toNanos());
    }

    /// A share (0..1) of what is left.
    public Deadline share(double share) {
        long now = time.nanos();
        return new Deadline(time, now + (long) (share * Math.max(0, end - now)));
    }

    /// What is left; zero when it is over.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - time.nanos()));
    }

    public boolean isOver() {
        return end - time.nanos() <= 0;
    }
}
