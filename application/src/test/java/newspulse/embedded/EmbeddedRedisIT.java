package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.function.Function;

class EmbeddedRedisIT {
    @TempDir Path directory;

    @Test
    void hasItsKeysAgainAfterARestart() throws Exception {
        long begun = System.nanoTime();
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            told("start", begun);
            assertThat(ask(redis, "", commands -> commands.set("k", "v"))).isEqualTo("OK");
            begun = System.nanoTime();
        }
        told("close", begun);
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            assertThat(ask(redis, "", commands -> commands.get("k"))).isEqualTo("v");
        }
    }

    private static String ask(
            EmbeddedRedis redis,
            String password,
            Function<io.lettuce.core.api.sync.RedisCommands<String, String>, String> question) {
        RedisURI.Builder uri = RedisURI.builder().withHost(redis.host()).withPort(redis.port());
        if (!password.isEmpty()) {
            uri.withPassword(password.toCharArray());
        }
        try (RedisClient client = RedisClient.create(uri.build())) {
            return question.apply(client.connect().sync());
        }
    }

    private static void told(String what, long begun) {
        System.out.printf("redis %s: %d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
    }
}
