package newspulse.producer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Counts the requests of each day, for all replicas that share a budget.
@FunctionalInterface
public interface RequestCounter {
    /// Counts one more request on the day (UTC), and answers how many that makes.
    ///
    /// @param budget what the requests are counted for: a key, or a source
    long next(String budget, LocalDate day);

    /// A counter of this process alone, which begins at 0.
    static RequestCounter inMemory() {
        Map<String, Long> counts = new HashMap<>();
        return (budget, day) -> {
            synchronized (counts) {
                counts.keySet().removeIf(key -> !key.startsWith(day + " "));
                return counts.merge(day + " " + budget, 1L, Long::sum);
            }
        };
    }
}
