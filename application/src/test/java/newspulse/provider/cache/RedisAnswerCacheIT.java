package newspulse.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.embedded.EmbeddedRedis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answers;
import newspulse.provider.PartAnswer;
import newspulse.provider.ScriptedProvider;
import newspulse.redis.BoundedRedis;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

class RedisAnswerCacheIT {
    private static final Article ARTICLE = Answers.article("x");
    private static final Set<Part> ASKED = Set.of(Part.SENTIMENT, Part.KEYWORDS);

    @TempDir Path directory;
    private EmbeddedRedis redis;
    private RedisConnections connections;
    private RedisCommands<String, byte[]> commands;
    private RedisAnswerCache cache;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ScriptedProvider provider = new ScriptedProvider("openai");

    @BeforeEach
    void start() throws IOException {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        connections = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
        commands = connections.connect().sync();
        cache =
                new RedisAnswerCache(
                        new BoundedRedis(connections), Duration.ofMinutes(5), registry);
    }

    @AfterEach
    void stop() throws IOException {
        connections.close();
        redis.close();
    }

    @Test
    void findsForTheSameTextWhatWasKeptAndOnlyThat() throws Exception {
        keepSentiment();
        assertThat(cache.find(provider, ARTICLE, ASKED))
                .isEqualTo(Map.of(Part.SENTIMENT, Answers.to(Part.SENTIMENT)));
        assertThat(count("hit")).isEqualTo(1);
        assertThat(count("miss")).isEqualTo(1);
        assertThat(commands.ttl(key())).isBetween(240L, 300L);
    }

    @Test
    void anotherTextProviderOrVersionIsAMiss() throws Exception {
        keepSentiment();
        assertThat(cache.find(provider, Answers.article("y"), ASKED)).isEmpty();
        assertThat(cache.find(new ScriptedProvider("onnx"), ARTICLE, ASKED)).isEmpty();
        assertThat(cache.find(provider.version("v2"), ARTICLE, ASKED)).isEmpty();
    }

    @Test
    void junkIsAMissAndCounted() throws Exception {
        keepSentiment();
        commands.set(key(), "{\"sentiment\":\"<b>\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(cache.find(provider, ARTICLE, ASKED)).isEmpty();
        assertThat(count("unreadable")).isEqualTo(1);
    }

    @Test
    void aRedisThatIsAwayIsAMissAndCounted() throws Exception {
        keepSentiment();
        redis.close();
        assertThat(cache.find(provider, ARTICLE, ASKED)).isEmpty();
        cache.keep(provider, ARTICLE, Map.of(Part.SENTIMENT, Answers.to(Part.SENTIMENT)));
        assertThat(count("unreachable")).isEqualTo(2);
    }

    private void keepSentiment() {
        Map<Part, PartAnswer> answers = Map.of(Part.SENTIMENT, Answers.to(Part.SENTIMENT));
        cache.keep(provider, ARTICLE, answers);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (commands.dbsize() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String key() {
        List<String> keys = commands.keys("provider:answer:*");
        assertThat(keys).hasSize(1);
        return keys.getFirst();
    }

    private double count(String result) {
        return registry.counter("provider_cache", "result", result).count();
    }
}
