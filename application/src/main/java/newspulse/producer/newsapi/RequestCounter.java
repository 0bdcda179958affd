package newspulse.producer.newsapi;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Counts the requests of each day, for all replicas that share a key.
@FunctionalInterface
public interface RequestCounter {
    /// Counts one more request on the day (UTC), and answers how many that makes.
    long next(LocalDate day);

    /// A counter of this process alone, which begins at 0.
    static RequestCounter inMemory() {
        var today = new AtomicReference<>(LocalDate.EPOCH);
        var count = new AtomicLong();
        return day -> {
            if (!today.getAndSet(day).equals(day)) {
                count.set(0);
            }
            return count.incrementAndGet();
        };
    }
}
