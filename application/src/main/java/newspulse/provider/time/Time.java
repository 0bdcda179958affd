package newspulse.provider.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Time that only goes forward, waiting by it, and chance: all from outside, so that tests need not
/// wait.
public interface Time {
    /// Nanoseconds since some moment; never goes back.
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    /// Waits for a permit; answers false when `patience` ended first.
    boolean acquire(Semaphore permits, Duration patience) throws InterruptedException;

    /// Evenly spread in 0 (included) to 1 (excluded).
    double chance();

    /// The machine's.
    static Time real() {
        return new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }

            @Override
            public boolean acquire(Semaphore permits, Duration patience)
                    throws InterruptedException {
                return permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public double chance() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
