package newspulse.provider.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Says when a line may be logged again: once a minute.
public final class Seldom {
    private static final long EVERY = Duration.ofMinutes(1).toNanos();

    private final Time time;
    private final AtomicLong next;

    public Seldom(Time time) {
        this.time = time;
        this.next = new AtomicLong(time.nanos());
    }

    /// Whether it is time; if so, it is not again for a minute.
    public boolean isTime() {
        long due = next.get();
        long now = time.nanos();
        return now - due >= 0 && next.compareAndSet(due, now + EVERY);
    }
}
