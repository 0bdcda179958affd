package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.MediaType;

import newspulse.embedded.EmbeddedRedis;
import newspulse.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Redis goes away and comes back under a running system.
@Timeout(240)
final class OutageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir Path directory;

    @Test
    void saysThatRedisIsAwayTakesArticlesMeanwhileAndStoresThemOnceItIsBack() throws Exception {
        int port = Ports.free();
        int http = Ports.free();
        var environment =
                Map.of(
                        "HTTP_PORT", Integer.toString(http),
                        "DATA_DIR", directory.resolve("data").toString(),
                        "SOURCES_FILE", NoSources.in(directory).toString(),
                        "REDIS_HOST", "127.0.0.1",
                        "REDIS_PORT", Integer.toString(port));
        EmbeddedRedis redis = EmbeddedRedis.start(directory.resolve("redis"), port, "", 0);
        try (var process =
                NewspulseProcess.start(directory.resolve("node"), environment, "up").untilReady()) {
            assertThat(process.pid()).isPositive();
            BlockingWebClient client = WebClient.of("http://127.0.0.1:" + http).blocking();
            Set<String> pushed = new HashSet<>();
            push(client, "before", pushed);
            Observers.await("stored", PATIENCE, () -> Observers.stored(port).equals(pushed));
            assertThat(client.get("/health").status().code()).isEqualTo(200);

            redis.close();
            Observers.await(
                    "unhealthy", PATIENCE, () -> client.get("/health").status().code() == 503);
            AggregatedHttpResponse health = client.get("/health");
            assertThat(
                            Json.mapper()
                                    .readTree(health.content().array())
                                    .path("redis_connected")
                                    .asBoolean())
                    .isFalse();
            assertThat(client.get("/health/live").status().code()).isEqualTo(200);
            assertThat(client.get("/news/recent").status().code()).isEqualTo(503);
            push(client, "meanwhile", pushed);

            redis = EmbeddedRedis.start(directory.resolve("redis"), port, "", 0);
            Observers.await(
                    "healthy", PATIENCE, () -> client.get("/health").status().code() == 200);
            Observers.await("all stored", PATIENCE, () -> Observers.stored(port).equals(pushed));
        } finally {
            redis.close();
        }
    }

    private static void push(BlockingWebClient client, String prefix, Set<String> pushed) {
        for (int i = 0; i < 20; i++) {
            String id = prefix + i;
            String article =
                    """
                    {"id":"%s","source":{"name":"Herald"},"title":"An article of the outage","url":"https://example.com/%s","publishedAt":"2026-03-01T00:00:00Z"}\
                    """
                            .formatted(id, id);
            AggregatedHttpResponse answer =
                    client.prepare().post("/articles").content(MediaType.JSON, article).execute();
            assertThat(answer.contentUtf8()).contains("accepted");
            pushed.add(id);
        }
    }
}
