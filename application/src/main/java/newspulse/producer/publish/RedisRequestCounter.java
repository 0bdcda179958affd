package newspulse.producer.publish;

import io.lettuce.core.RedisException;

import newspulse.producer.RequestCounter;
import newspulse.redis.SharedConnection;

import java.time.Duration;
import java.time.LocalDate;

/// Counts requests in Redis, under `news:fetch:quota:{budget}:{day}`, for all replicas and over
/// restarts. While Redis is away the quota counts as used up: requests cost money.
public final class RedisRequestCounter implements RequestCounter {
    private static final Duration KEPT_FOR = Duration.ofDays(2);

    private final SharedConnection redis;

    public RedisRequestCounter(SharedConnection redis) {
        this.redis = redis;
    }

    @Override
    public long next(String budget, LocalDate day) {
        String key = "news:fetch:quota:" + budget + ":" + day;
        try {
            var commands = redis.get().sync();
            long count = commands.incr(key);
            commands.expire(key, KEPT_FOR);
            return count;
        } catch (RedisException _) {
            return Long.MAX_VALUE;
        }
    }
}
