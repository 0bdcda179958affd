package newspulse.provider.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.embedded.EmbeddedRedis;
import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.provider.budget.BudgetConfig.Ceiling;
import newspulse.provider.time.ManualTime;
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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class RedisBudgetIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String DAY = "provider:budget:{all}:day:2026-03-01";
    private static final String HOUR = "provider:budget:{all}:hour:2026-03-01T12";
    private static final Ceiling MUCH = new Ceiling(1_000_000_000, 1_000_000_000);

    @TempDir Path directory;
    private EmbeddedRedis redis;
    private final List<RedisConnections> connections = new ArrayList<>();
    private RedisCommands<String, byte[]> commands;
    private final ManualTime time = new ManualTime();

    @BeforeEach
    void start() throws IOException {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        commands = connect().connect().sync();
    }

    @AfterEach
    void stop() throws IOException {
        connections.forEach(RedisConnections::close);
        redis.close();
    }

    @Test
    void replicasTogetherNeverPassACeilingAndCountWhatWasTaken() throws Exception {
        List<Budget> replicas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            replicas.add(replica(new Ceiling(100_000, MUCH.tokens()), MUCH));
        }
        List<Future<Long>> spent = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                Budget budget = replicas.get(i % replicas.size());
                var random = new SplittableRandom(i);
                spent.add(threads.submit(call(budget, random)));
            }
        }
        long total = 0;
        for (Future<Long> one : spent) {
            total += one.get();
        }
        assertThat(total).isPositive();
        until(() -> commands.hlen(HOUR) == 2);
        // How much many at once leave unused is chance; one after the other leave less than one.
        var random = new SplittableRandom(1_000);
        for (long more = 1; more > 0; total += more) {
            more = call(replicas.getFirst(), random).call();
            until(() -> commands.hlen(HOUR) == 2);
        }
        long sum = total;
        assertThat(sum).isBetween(99_000L, 100_000L);
        assertThat(number(HOUR, "usd")).isEqualTo(sum);
        assertThat(number(DAY, "usd")).isEqualTo(sum);
        assertThat(number(HOUR, "tokens")).isEqualTo(sum);
    }

    @Test
    void aReplicaThatDiesLeavesTheMostStandingUntilTheHourIsOver() throws Exception {
        Budget dying = replica(new Ceiling(1_000, MUCH.tokens()), MUCH);
        var _ = dying.reserve(new Usage(1, 1, 700), PATIENCE);
        Budget other = replica(new Ceiling(1_000, MUCH.tokens()), MUCH);
        assertThat(refusal(other, new Usage(1, 1, 301))).isEqualTo(CallFailure.OVER_BUDGET);
        var _ = other.reserve(new Usage(1, 1, 300), PATIENCE);
        time.advance(Duration.ofHours(1));
        var _ = other.reserve(new Usage(1, 1, 1_000), PATIENCE);
        assertThat(number(DAY, "usd")).isEqualTo(2_000);
        assertThat(commands.ttl(HOUR)).isBetween(3_600L, 7_200L);
    }

    @Test
    void holdsEachOfTheFourCeilings() throws Exception {
        var call = new Usage(60, 40, 10);
        for (BudgetConfig tight :
                List.of(
                        new BudgetConfig(new Ceiling(9, 1_000), MUCH),
                        new BudgetConfig(new Ceiling(1_000, 99), MUCH),
                        new BudgetConfig(MUCH, new Ceiling(9, 1_000)),
                        new BudgetConfig(MUCH, new Ceiling(1_000, 99)))) {
            Budget budget = replica(tight.perHour(), tight.perDay());
            assertThat(refusal(budget, call)).isEqualTo(CallFailure.OVER_BUDGET);
        }
        assertThat(commands.exists(HOUR, DAY)).isZero();
    }

    @Test
    void settlesInTheHourInWhichItReserved() throws Exception {
        Budget budget = replica(MUCH, MUCH);
        Budget.Reservation reservation = budget.reserve(new Usage(1, 1, 700), PATIENCE);
        time.advance(Duration.ofHours(1));
        reservation.settle(new Usage(1, 0, 50));
        until(() -> number(HOUR, "usd") == 50);
        assertThat(number(HOUR, "tokens")).isEqualTo(1);
    }

    @Test
    void settlingTwiceCountsOnce() throws Exception {
        Budget budget = replica(MUCH, MUCH);
        Budget.Reservation reservation = budget.reserve(new Usage(1, 1, 700), PATIENCE);
        reservation.settle(new Usage(1, 1, 100));
        reservation.settle(new Usage(1, 1, 100));
        var _ = budget.reserve(new Usage(1, 1, 1), PATIENCE);
        assertThat(number(HOUR, "usd")).isEqualTo(101);
    }

    @Test
    void whileRedisIsAwayOnlyFreeCallsGoOn() throws Exception {
        Budget budget = replica(MUCH, MUCH);
        var _ = budget.reserve(new Usage(1, 1, 1), PATIENCE);
        int port = redis.port();
        redis.close();
        assertThat(refusal(budget, new Usage(1, 1, 1))).isEqualTo(CallFailure.BUDGET_UNKNOWN);
        assertThat(refusal(replica(MUCH, MUCH), new Usage(1, 0, 0)))
                .isEqualTo(CallFailure.BUDGET_UNKNOWN);
        budget.reserve(Usage.NONE, PATIENCE).settle(Usage.NONE);
        redis = EmbeddedRedis.start(directory, port, "", 0);
        until(() -> serves(budget));
    }

    private Callable<Long> call(Budget budget, SplittableRandom random) {
        return () -> {
            int worst = random.nextInt(100, 1_000);
            try {
                Budget.Reservation reservation =
                        budget.reserve(new Usage(worst, 0, worst), PATIENCE);
                int actual = random.nextInt(worst / 2, worst + 1);
                reservation.settle(new Usage(actual, 0, actual));
                return (long) actual;
            } catch (ProviderException e) {
                assertThat(e.failure()).isEqualTo(CallFailure.OVER_BUDGET);
                assertThat(number(HOUR, "usd")).isLessThanOrEqualTo(100_000);
                return 0L;
            }
        };
    }

    private RedisConnections connect() {
        var one = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
        connections.add(one);
        return one;
    }

    private Budget replica(Ceiling perHour, Ceiling perDay) {
        return new RedisBudget(
                new BoundedRedis(connect()),
                new BudgetConfig(perHour, perDay),
                new SimpleMeterRegistry(),
                time,
                time,
                PATIENCE);
    }

    private long number(String key, String field) {
        return Long.parseLong(new String(commands.hget(key, field), StandardCharsets.UTF_8));
    }

    private static CallFailure refusal(Budget budget, Usage worst) {
        return catchThrowableOfType(ProviderException.class, () -> budget.reserve(worst, PATIENCE))
                .failure();
    }

    private static boolean serves(Budget budget) {
        try {
            var _ = budget.reserve(new Usage(1, 1, 1), PATIENCE);
            return true;
        } catch (ProviderException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
