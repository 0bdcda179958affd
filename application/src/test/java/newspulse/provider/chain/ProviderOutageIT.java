package newspulse.provider.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.config.Settings;
import newspulse.embedded.EmbeddedRedis;
import newspulse.model.Part;
import newspulse.provider.Answers;
import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;
import newspulse.provider.Refinement.Miss;
import newspulse.provider.Refinement.Refined;
import newspulse.provider.ScriptedProvider;
import newspulse.provider.Usage;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A provider goes dark under load, with everything real but the provider.
class ProviderOutageIT {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final int LIMIT = 20;
    private static final Settings SETTINGS =
            new Settings(
                    Map.of(
                            "OPENAI_CONCURRENCY", Integer.toString(LIMIT),
                            "OPENAI_REQUESTS_PER_MINUTE", "0",
                            "OPENAI_TOKENS_PER_MINUTE", "0",
                            "OPENAI_BREAKER_PAUSE", "1",
                            "BUDGET_USD_PER_HOUR", "0.000001"));

    @TempDir Path directory;
    private EmbeddedRedis redis;
    private RedisConnections connections;
    private RedisCommands<String, byte[]> commands;
    private ProviderChain chain;
    private final ScriptedProvider provider = new ScriptedProvider("openai");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private volatile boolean isDark;

    @BeforeEach
    void start() throws IOException {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        connections = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
        commands = connections.connect().sync();
        provider.does((_, parts, timeout) -> {
            if (isDark) {
                Thread.sleep(timeout);
                throw ProviderException.charged(CallFailure.TIMED_OUT, "dark");
            }
            return Answers.to(parts, Usage.NONE);
        });
        chain =
                ProviderChain.open(
                        ChainConfig.from(SETTINGS),
                        List.of(provider),
                        connections,
                        registry,
                        InstantSource.system());
    }

    @AfterEach
    void stop() throws IOException {
        chain.close();
        connections.close();
        redis.close();
    }

    @Test
    void isKnownToBeDownIsPassedOverAtOnceAndComesBack() throws Exception {
        assertThat(misses("warm", 50, PATIENT)).isEmpty();
        isDark = true;
        List<Miss> dark = misses("dark", 300, DEADLINE);
        assertThat(dark).hasSize(300 * Part.values().length);
        until("the breaker opens", () -> breakerState() == 2 && provider.inFlight() == 0);
        assertThat(provider.mostInFlight()).isLessThanOrEqualTo(LIMIT);
        int asked = provider.asked().size();
        List<Miss> known = misses("known", 100, DEADLINE);
        assertThat(provider.asked().size() - asked).isLessThan(10);
        assertThat(
                        known.stream()
                                .filter(miss -> miss.failure() == CallFailure.CIRCUIT_OPEN)
                                .count())
                .isGreaterThan(90L * Part.values().length);

        isDark = false;
        until("it answers again", () -> isAnswered());
        until("the breaker closes", () -> isAnswered() && breakerState() == 0);
        assertThat(misses("after", 100, PATIENT)).isEmpty();
        assertThat(provider.inFlight()).isZero();
    }

    @Test
    void spendsNoMoreThanTheCeilingWhateverTheLoad() throws Exception {
        provider.costs(new Usage(10, 5, 30));
        provider.does((_, parts, _) -> Answers.to(parts, null));
        List<Miss> misses = misses("cost", 200, PATIENT);
        // Redis may be late on a busy machine; then no call is made either.
        assertThat(misses)
                .extracting(Miss::failure)
                .contains(CallFailure.OVER_BUDGET)
                .isSubsetOf(CallFailure.OVER_BUDGET, CallFailure.BUDGET_UNKNOWN);
        assertThat(provider.asked()).hasSizeBetween(1, 33);
        String hour = commands.keys("provider:budget:*hour*").getFirst();
        assertThat(Long.parseLong(new String(commands.hget(hour, "usd"), StandardCharsets.UTF_8)))
                .isBetween(30L, 990L);
    }

    private double breakerState() {
        return registry.get("provider_breaker_state").gauge().value();
    }

    private boolean isAnswered() {
        try {
            return misses("back" + provider.asked().size(), 1, PATIENT).isEmpty();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /// Asks about so many articles at a time. None may wait for the deadlines of others: that would
    /// be 15 of them where 300 pass 20 at a time.
    private List<Miss> misses(String name, int articles, Duration deadline) throws Exception {
        List<Future<Refined>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < articles; i++) {
                var article = Answers.article(name + "-" + i);
                all.add(
                        threads.submit(() ->
                                chain.refine(
                                        article, Answers.local(), chain.providers(), deadline)));
            }
        }
        List<Miss> misses = new ArrayList<>();
        for (Future<Refined> one : all) {
            misses.addAll(one.get().misses());
            assertThat(one.get().analysis().inferenceTimeMs())
                    .isLessThan(4.0 * deadline.toMillis());
        }
        return misses;
    }
}
