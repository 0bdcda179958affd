package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;

import newspulse.Eventually;
import newspulse.embedded.EmbeddedRedis;
import newspulse.model.Revision;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class RedisReadModelIT {
    @TempDir static Path directory;
    private static EmbeddedRedis redis;
    private static RedisConnections connections;

    private StatefulRedisConnection<String, byte[]> connection;
    private RedisCommands<String, byte[]> commands;
    private RedisReadModel model;
    private NewsReader reader;

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        connections = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
    }

    @AfterAll
    static void stop() throws IOException {
        connections.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        connection = connections.connect();
        commands = connection.sync();
        commands.flushall();
        model = new RedisReadModel(connections::connect, Configs.WEEK);
        reader = new NewsReader(new SharedConnection(connections));
    }

    @AfterEach
    void close() {
        model.close();
        connection.close();
    }

    @Test
    void storesTheBytesAsTheyAreForAWeek() throws Exception {
        Arrival article = Articles.arrival("a/ü:뉴스 1");
        assertThat(model.store(List.of(article))).containsExactly(Outcome.NEW);
        String key = "news:analysis:a/ü:뉴스 1";
        assertThat(commands.get(key)).isEqualTo(article.json());
        assertThat(commands.ttl(key)).isBetween(7 * 86_400L - 60, 7 * 86_400L);
        assertThat(texts(commands.lrange("news:recent", 0, -1))).containsExactly("a/ü:뉴스 1");
        assertThat(commands.zscore("news:by_importance", utf8("a/ü:뉴스 1"))).isEqualTo(0.5);
    }

    @Test
    void theHigherRevisionStaysWhateverTheOrder() throws Exception {
        Arrival first = Articles.arrival("a", new Revision(1, 1), 0.1);
        Arrival analysedAgain = Articles.arrival("a", new Revision(1, 10), 0.2);
        Arrival changed = Articles.arrival("a", new Revision(2, 1), 0.3);
        assertThat(model.store(List.of(analysedAgain, first)))
                .containsExactly(Outcome.NEW, Outcome.OLDER_REVISION);
        assertThat(model.store(List.of(Articles.arrival("b"), changed, changed)))
                .containsExactly(Outcome.NEW, Outcome.REPLACED, Outcome.SAME_REVISION);
        assertThat(model.store(List.of(analysedAgain, changed)))
                .containsExactly(Outcome.OLDER_REVISION, Outcome.SAME_REVISION);
        assertThat(commands.get("news:analysis:a")).isEqualTo(changed.json());
        assertThat(commands.zscore("news:by_importance", utf8("a"))).isEqualTo(0.3);
        assertThat(texts(commands.lrange("news:recent", 0, -1))).containsExactly("b", "a");
    }

    @Test
    void twoWritersInAnyOrderEndWithTheSame() throws Exception {
        List<Arrival> all = new ArrayList<>();
        for (int id = 0; id < 20; id++) {
            for (int revision = 1; revision <= 10; revision++) {
                all.add(Articles.arrival("a" + id, new Revision(revision, 1), revision / 10.0));
            }
        }
        try (RedisReadModel other = new RedisReadModel(connections::connect, Configs.WEEK)) {
            for (int seed = 0; seed < 10; seed++) {
                commands.flushall();
                Collections.shuffle(all, new Random(seed));
                for (int at = 0; at < all.size(); at += 10) {
                    (at % 20 == 0 ? model : other).store(all.subList(at, at + 10));
                }
                for (int id = 0; id < 20; id++) {
                    assertThat(commands.zscore("news:by_importance", utf8("a" + id)))
                            .isEqualTo(1.0);
                    assertThat(commands.get("news:analysis:a" + id))
                            .isEqualTo(Articles.arrival("a" + id, new Revision(10, 1), 1.0).json());
                }
                assertThat(texts(commands.lrange("news:recent", 0, -1)))
                        .hasSize(20)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void keepsAHundredRecentIdsInOrderOfArrival() throws Exception {
        model.store(IntStream.range(0, 1_234).mapToObj(i -> Articles.arrival("a" + i)).toList());
        List<String> expected = IntStream.range(0, 100).mapToObj(i -> "a" + (1_233 - i)).toList();
        assertThat(texts(commands.lrange("news:recent", 0, -1))).isEqualTo(expected);
        assertThat(commands.zcard("news:by_importance")).isEqualTo(1_234);
    }

    @Test
    void whatExpiredLeavesEveryIndexAndMayComeAgain() throws Exception {
        Arrival article = Articles.arrival("short");
        try (RedisReadModel brief =
                new RedisReadModel(connections::connect, Duration.ofMillis(50))) {
            brief.store(List.of(article));
        }
        model.store(List.of(Articles.arrival("long")));
        Eventually.holds("expiry", () -> commands.exists("news:analysis:short") == 0);
        assertThat(model.store(List.of(article))).containsExactly(Outcome.NEW);
        assertThat(texts(commands.lrange("news:recent", 0, -1))).containsExactly("short", "long");

        commands.del("news:analysis:short", "news:by_expiry");
        commands.zadd("news:by_expiry", 1, utf8("short"));
        model.sweep();
        assertThat(texts(commands.lrange("news:recent", 0, -1))).containsExactly("long");
        assertThat(texts(commands.zrange("news:by_importance", 0, -1))).containsExactly("long");
        assertThat(commands.hkeys("news:revisions")).containsExactly("long");
        assertThat(commands.zcard("news:by_expiry")).isZero();
    }

    @Test
    void sweepsMoreThanOneCallTakes() throws Exception {
        try (RedisReadModel brief =
                new RedisReadModel(connections::connect, Duration.ofMillis(1))) {
            brief.store(
                    IntStream.range(0, 1_300).mapToObj(i -> Articles.arrival("a" + i)).toList());
        }
        Eventually.holds(
                "swept",
                () -> {
                    model.sweep();
                    return commands.dbsize() == 0;
                });
    }

    @Test
    void readersPassOverWhatIsMissingFillUpAndHaveItRemoved() throws Exception {
        model.store(
                IntStream.range(0, 60)
                        .mapToObj(i -> Articles.arrival("a" + i, Revision.FIRST, i / 100.0))
                        .toList());
        for (int i = 20; i < 60; i++) {
            commands.del("news:analysis:a" + i);
        }
        assertThat(reader.top(10).toCompletableFuture().get())
                .hasSize(10)
                .first()
                .isEqualTo(Articles.arrival("a19", Revision.FIRST, 0.19).json());
        assertThat(reader.recent(5).toCompletableFuture().get()).hasSize(5);
        Eventually.holds(
                "removed",
                () ->
                        reader.top(100).toCompletableFuture().get().size() == 20
                                && commands.zcard("news:by_importance") == 20
                                && commands.llen("news:recent") == 20);
        assertThat(reader.stats().toCompletableFuture().get()).isEqualTo(new ApiStats(20, 20));
    }

    @Test
    void goesOnWhenRedisForgotTheScripts() throws Exception {
        model.store(List.of(Articles.arrival("a")));
        commands.scriptFlush();
        assertThat(
                        model.store(
                                IntStream.range(0, 2_000)
                                        .mapToObj(i -> Articles.arrival("b" + i))
                                        .toList()))
                .hasSize(2_000)
                .containsOnly(Outcome.NEW);
    }

    @Test
    void saysThatRedisIsUnavailableRatherThanLoseAnArticle() throws Exception {
        var nowhere = new RedisConnections(new RedisConfig("127.0.0.1", 1, 0, ""));
        try (nowhere;
                RedisReadModel lost = new RedisReadModel(nowhere::connect, Configs.WEEK)) {
            assertThatThrownBy(() -> lost.store(List.of(Articles.arrival("a"))))
                    .isInstanceOf(ReadModelUnavailableException.class);
        }
        commands.set("news:recent", utf8("not a list"));
        assertThatThrownBy(() -> model.store(List.of(Articles.arrival("a"))))
                .isInstanceOf(ReadModelUnavailableException.class);
        commands.del("news:recent");
        assertThat(model.store(List.of(Articles.arrival("a")))).isNotEmpty();
    }

    private static List<String> texts(List<byte[]> values) {
        return values.stream().map(value -> new String(value, StandardCharsets.UTF_8)).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
