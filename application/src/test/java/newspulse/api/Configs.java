package newspulse.api;

import java.time.Duration;
import java.util.Set;

/// Settings for tests.
final class Configs {
    static final Duration WEEK = Duration.ofDays(7);

    private Configs() {}

    static ApiConfig live(int maxConnections, int queueSize, int queueBytes) {
        return live(maxConnections, queueSize, queueBytes, Duration.ofSeconds(60));
    }

    static ApiConfig live(int maxConnections, int queueSize, int queueBytes, Duration stall) {
        return new ApiConfig(
                maxConnections,
                queueSize,
                queueBytes,
                stall,
                Duration.ofSeconds(20),
                Set.of("https://friend.example"),
                WEEK,
                Duration.ofMinutes(1));
    }
}
