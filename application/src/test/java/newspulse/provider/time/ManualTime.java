package newspulse.provider.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Time that passes when somebody waits by it or a test says so; chance is always the same.
public final class ManualTime implements Time, InstantSource {
    private static final Instant START = Instant.parse("2026-03-01T12:59:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private final double chance;
    private long now = 1_000;

    public ManualTime() {
        this(0.5);
    }

    public ManualTime(double chance) {
        this.chance = chance;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Instant instant() {
        return START.plusNanos(now);
    }

    @Override
    public synchronized void sleep(Duration time) {
        sleeps.add(time);
        now += time.toNanos();
    }

    @Override
    public boolean acquire(Semaphore permits, Duration patience) {
        if (permits.tryAcquire()) {
            return true;
        }
        advance(patience);
        return false;
    }

    @Override
    public double chance() {
        return chance;
    }

    public synchronized void advance(Duration time) {
        now += time.toNanos();
    }

    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
