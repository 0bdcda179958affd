package newspulse.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;

import newspulse.embedded.EmbeddedRedis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class RedisConnectionsIT {
    @TempDir Path directory;

    @Test
    void failsAtOnceDuringAnOutageAndComesBackByItself() throws IOException {
        EmbeddedRedis first = EmbeddedRedis.start(directory, 0, "secret", 0);
        int port = first.port();
        RedisConfig config = new RedisConfig(first.host(), port, 3, "secret");
        try (RedisConnections connections = new RedisConnections(config);
                StatefulRedisConnection<String, byte[]> connection = connections.connect()) {
            connection.sync().set("k", new byte[] {0, -1});
            assertThat(connections.ping()).isTrue();

            first.close();
            until(() -> !connection.isOpen());
            long begun = System.nanoTime();
            assertThatThrownBy(() -> connection.sync().get("k")).isInstanceOf(RedisException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(500));
            assertThat(connections.ping()).isFalse();

            try (EmbeddedRedis _ = EmbeddedRedis.start(directory, port, "secret", 0)) {
                until(connections::ping);
                until(connection::isOpen);
                assertThat(connection.sync().get("k")).containsExactly(0, -1);
            }
        }
    }

    @Test
    void pingsARedisThatWasNotThereAtFirst() throws IOException {
        int port;
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            port = redis.port();
        }
        try (RedisConnections connections =
                new RedisConnections(new RedisConfig("127.0.0.1", port, 0, ""))) {
            assertThat(connections.ping()).isFalse();
            try (EmbeddedRedis _ = EmbeddedRedis.start(directory, port, "", 0)) {
                until(connections::ping);
            }
        }
    }

    @Test
    void notesAWrongPasswordAsNoAnswer() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "secret", 0);
                RedisConnections connections =
                        new RedisConnections(
                                new RedisConfig(redis.host(), redis.port(), 0, "wrong"))) {
            assertThat(connections.ping()).isFalse();
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
