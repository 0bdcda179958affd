package newspulse.provider.fake;

import java.time.Duration;
import java.util.Random;

/// How long the fake takes to answer.
@FunctionalInterface
public interface Latency {
    Latency NONE = () -> Duration.ZERO;

    Duration next();

    static Latency fixed(Duration time) {
        return () -> time;
    }

    /// Exponentially distributed, the same sequence for the same seed.
    static Latency exponential(Duration mean, long seed) {
        Random random = new Random(seed);
        return () -> {
            double factor = -Math.log(1 - random.nextDouble());
            return Duration.ofNanos((long) (mean.toNanos() * factor));
        };
    }
}
