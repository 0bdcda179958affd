package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.embedded.EmbeddedRedis;
import newspulse.kafka.KafkaConfig;
import newspulse.model.Revision;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The whole role against a real broker and a real Redis.
class ApiServiceIT {
    @TempDir static Path logDirectory;
    private static LogFixture log;

    @TempDir Path redisDirectory;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void startBroker() throws IOException {
        log = new LogFixture(logDirectory);
    }

    @AfterAll
    static void stopBroker() {
        log.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        assertThat(fatal).isNotDone();
    }

    @Test
    void anOutageOfRedisInTheMiddleLosesAndDoublesNothing() throws Exception {
        KafkaConfig kafka = log.topic("outage");
        EmbeddedRedis redis = redis(0);
        int port = redis.port();
        ApiService api = start(kafka, port);
        log.write(kafka, 0, 2_000);
        Eventually.holds("some stored", () -> stored() > 500);
        redis.close();
        log.write(kafka, 2_000, 4_000);
        log.writeAndAbort(kafka, 9_000, 9_100);
        try (RecordingClient live = serve(api)) {
            Eventually.holds("live without Redis", () -> !live.texts().isEmpty());
            log.write(kafka, 4_000, 5_000);
            Eventually.holds("all live", () -> live.newsAfterInitial().size() >= 1_000);
            assertThat(live.newsAfterInitial()).doesNotHaveDuplicates();
        }
        assertThat(api.isRunning()).isTrue();
        redis(port);
        try (StatefulRedisConnection<String, byte[]> connection = connections(port).connect()) {
            RedisCommands<String, byte[]> commands = connection.sync();
            Eventually.holds("all stored", () -> commands.zcard("news:by_importance") == 5_000);
            assertThat(commands.keys("news:analysis:*")).hasSize(5_000);
            List<byte[]> recent = commands.lrange("news:recent", 0, -1);
            assertThat(recent.stream().map(id -> new String(id, StandardCharsets.UTF_8)).distinct())
                    .hasSize(100);
        }
        Eventually.holds("counted", () -> registry.counter("news_consumed").count() == 5_000);
        assertThat(stored() + refused("same_revision")).isEqualTo(5_000);
    }

    @Test
    void aRestartGoesOnWhereItEnded() throws Exception {
        KafkaConfig kafka = log.topic("restart");
        int port = redis(0).port();
        ApiService first = start(kafka, port);
        log.write(kafka, 0, 300);
        Eventually.holds("stored", () -> stored() == 300);
        first.close();
        log.write(kafka, 300, 500);
        start(kafka, port);
        Eventually.holds("the rest stored", () -> stored() == 500);
        assertThat(registry.counter("news_consumed").count()).isEqualTo(500);
        assertThat(refused("same_revision")).isZero();
    }

    @Test
    void twoReplicasShareTheWorkAndOneTakesOverFromTheOther() throws Exception {
        KafkaConfig kafka = log.topic("replicas");
        int port = redis(0).port();
        ApiService first = start(kafka, port);
        ApiService second = start(kafka, port);
        log.write(kafka, 0, 500);
        Eventually.holds("stored", () -> stored() == 500);
        first.close();
        log.write(kafka, 500, 1_000);
        Eventually.holds("taken over", () -> stored() == 1_000);
        assertThat(second.isRunning()).isTrue();
    }

    @Test
    void whatCannotBeReadCostsExactlyItself() throws Exception {
        KafkaConfig kafka = log.topic("foreign");
        int port = redis(0).port();
        ApiService api = start(kafka, port);
        log.write(kafka, 0, 50);
        log.write(kafka, "x", "not json".getBytes(StandardCharsets.UTF_8));
        log.write(kafka, "y", new byte[] {(byte) 0xC3, 0x28});
        log.write(kafka, "z", "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        log.write(kafka, 50, 100);
        log.write(kafka, "a7", Articles.json("a7", new Revision(2, 1), 0.9, "changed"));
        log.write(kafka, "a7", Articles.json("a7", new Revision(1, 9), 0.1, "late"));
        Eventually.holds("read", () -> registry.counter("news_consumed").count() == 105);
        Eventually.holds("stored", () -> stored() == 101);
        assertThat(refused("unreadable")).isEqualTo(3);
        Eventually.holds("refused", () -> refused("older_revision") == 1);
        assertThat(api.stats().toCompletableFuture().get()).isEqualTo(new ApiStats(100, 100));
    }

    @Test
    void beginsWithTheNewestOfWhatIsThere() throws Exception {
        KafkaConfig kafka = log.topic("history");
        for (int i = 0; i < 60; i++) {
            log.write(kafka, i * 5, i * 5 + 5);
        }
        ApiService api = start(kafka, redis(0).port());
        Eventually.holds("caught up", api::isCaughtUp);
        try (RecordingClient live = serve(api)) {
            Eventually.holds("initial data", () -> live.texts().size() == 1);
            for (int i = 290; i < 300; i++) {
                assertThat(live.texts().getFirst()).contains("\"id\":\"a" + i + "\"");
            }
        }
    }

    @Test
    void answersRestAndDrains() throws Exception {
        KafkaConfig kafka = log.topic("rest");
        ApiService api = start(kafka, redis(0).port());
        log.write(kafka, "a1", Articles.json("a1"));
        Eventually.holds("stored", () -> stored() == 1);
        ServerBuilder builder = Server.builder().http(0).gracefulShutdownTimeoutMillis(0, 0);
        api.addTo(builder);
        Server server = builder.build();
        server.start().join();
        var client = WebClient.of("http://127.0.0.1:" + server.activeLocalPort()).blocking();
        assertThat(client.get("/news/a1").content().array()).isEqualTo(Articles.json("a1"));
        try (RecordingClient live = RecordingClient.connect(server.activeLocalPort(), Map.of())) {
            Eventually.holds("initial data", () -> live.texts().size() == 1);
            api.drain(Duration.ofSeconds(5));
            Eventually.holds("sent away", live::isClosed);
        }
        server.stop().join();
    }

    private EmbeddedRedis redis(int port) throws IOException {
        EmbeddedRedis redis = EmbeddedRedis.start(redisDirectory, port, "", 0);
        opened.add(redis);
        return redis;
    }

    private RedisConnections connections(int port) {
        var connections = new RedisConnections(new RedisConfig("127.0.0.1", port, 0, ""));
        opened.add(connections);
        return connections;
    }

    private ApiService start(KafkaConfig kafka, int redisPort) {
        RedisConnections connections = connections(redisPort);
        var api =
                new ApiService(
                        Configs.live(100, 10_000, 1 << 26),
                        kafka,
                        connections,
                        new SharedConnection(connections),
                        registry,
                        InstantSource.system(),
                        fatal::complete);
        opened.add(api);
        api.start();
        return api;
    }

    private RecordingClient serve(ApiService api) {
        ServerBuilder builder = Server.builder().http(0).gracefulShutdownTimeoutMillis(0, 0);
        api.addTo(builder);
        Server server = builder.build();
        server.start().join();
        opened.add(() -> {
            var _ = server.stop();
        });
        return RecordingClient.connect(server.activeLocalPort(), Map.of());
    }

    private double stored() {
        return registry.counter("news_stored").count();
    }

    private double refused(String reason) {
        return registry.counter("read_model_refused", "reason", reason).count();
    }
}
