package newspulse.provider.budget;

import io.lettuce.core.ScriptOutputType;
import io.micrometer.core.instrument.MeterRegistry;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.provider.time.Seldom;
import newspulse.provider.time.Time;
import newspulse.redis.BoundedRedis;
import newspulse.redis.RedisScript;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/// The budget of all replicas, counted in Redis. The worst case is counted before a call, so the
/// count passes no ceiling however many calls are under way, and it errs only upwards: a process
/// that dies, or a Redis that is away when a call ends, leaves the worst case standing. Which hour
/// and day it is, each process says by its own clock; a reservation is settled where it was made.
public final class RedisBudget implements Budget {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBudget.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String PREFIX = "provider:budget:";
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    /// Twice as long as a window, so that calls over its end find it.
    private static final long KEEP_HOUR = Duration.ofHours(2).toSeconds();

    private static final long KEEP_DAY = Duration.ofDays(2).toSeconds();

    private static final Reservation FREE = _ -> {};

    private final RedisScript reserving =
            new RedisScript(RedisBudget.class, "reserve.lua", ScriptOutputType.MULTI);
    private final RedisScript settling =
            new RedisScript(RedisBudget.class, "settle.lua", ScriptOutputType.MULTI);
    private final BoundedRedis redis;
    private final BudgetConfig config;
    private final BudgetMetrics metrics;
    private final InstantSource clock;
    private final Duration patience;
    private final Seldom ceilingLog;
    private final Seldom awayLog;

    /// Connects to nothing yet.
    public RedisBudget(
            BoundedRedis redis,
            BudgetConfig config,
            MeterRegistry registry,
            InstantSource clock,
            Time time) {
        this(redis, config, registry, clock, time, PATIENCE);
    }

    /// With more or less patience for Redis.
    RedisBudget(
            BoundedRedis redis,
            BudgetConfig config,
            MeterRegistry registry,
            InstantSource clock,
            Time time,
            Duration patience) {
        this.redis = redis;
        this.patience = patience;
        this.config = config;
        this.metrics = new BudgetMetrics(registry, config);
        this.clock = clock;
        this.ceilingLog = new Seldom(time);
        this.awayLog = new Seldom(time);
    }

    @Override
    public Reservation reserve(Usage worst, Duration left)
            throws ProviderException, InterruptedException {
        if (worst.isFree()) {
            return FREE;
        }
        String id = UUID.randomUUID().toString();
        String[] windows = windows(clock.instant());
        List<Long> answer = ask(windows, arguments(id, worst), shorter(left, patience));
        metrics.saw(answer.subList(1, answer.size()));
        int refused = answer.getFirst().intValue();
        if (refused > 0) {
            metrics.refused(refused - 1);
            String window = metrics.window(refused - 1);
            if (ceilingLog.isTime()) {
                LOG.warn("No paid calls for now: one could pass the ceiling of the {}", window);
            }
            throw ProviderException.free(
                    CallFailure.OVER_BUDGET, "it could pass the ceiling of the " + window);
        }
        return actual -> settle(id, windows, worst, actual);
    }

    private List<Long> ask(String[] windows, byte[][] arguments, Duration patience)
            throws ProviderException, InterruptedException {
        try {
            return redis.ask(
                    commands -> reserving.<List<Long>>call(commands, windows, arguments), patience);
        } catch (BoundedRedis.UnavailableException e) {
            metrics.unknown();
            if (awayLog.isTime()) {
                LOG.warn("No paid calls for now: Redis, where they are counted, does not answer");
            }
            throw ProviderException.free(
                            CallFailure.BUDGET_UNKNOWN, "the shared count cannot be reached")
                    .because(e);
        }
    }

    private void settle(String id, String[] windows, Usage worst, Usage actual) {
        byte[][] arguments = {
            bytes(id),
            bytes(actual.costNanoUsd() - worst.costNanoUsd()),
            bytes(actual.tokens() - worst.tokens())
        };
        var _ =
                redis.send(commands -> settling.<List<Long>>call(commands, windows, arguments))
                        .whenComplete((spent, failure) -> {
                            if (failure == null) {
                                metrics.saw(spent);
                            } else {
                                metrics.unsettled();
                            }
                        });
    }

    private byte[][] arguments(String id, Usage worst) {
        return new byte[][] {
            bytes(id),
            bytes(worst.costNanoUsd()),
            bytes(worst.tokens()),
            bytes(config.perHour().nanoUsd()),
            bytes(config.perHour().tokens()),
            bytes(KEEP_HOUR),
            bytes(config.perDay().nanoUsd()),
            bytes(config.perDay().tokens()),
            bytes(KEEP_DAY)
        };
    }

    /// One hash slot for both, so that a cluster can run the scripts.
    private static String[] windows(Instant now) {
        return new String[] {
            PREFIX + "{all}:hour:" + HOUR.format(now), PREFIX + "{all}:day:" + DAY.format(now)
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
