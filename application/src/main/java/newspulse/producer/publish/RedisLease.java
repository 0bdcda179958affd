package newspulse.producer.publish;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;

import newspulse.producer.Lease;
import newspulse.redis.SharedConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Leases in Redis, under `news:fetch:lease:{source}`. While Redis is away no replica fetches: many
/// fetching at once is what publishers block us for.
public final class RedisLease implements Lease {
    private static final Logger log = LoggerFactory.getLogger(RedisLease.class);
    private static final String ACQUIRE =
            """
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;

    private final SharedConnection redis;
    private final byte[] holder;
    private final AtomicBoolean away = new AtomicBoolean();

    /// Acquires under the name of this replica, which no other may bear.
    public RedisLease(SharedConnection redis, String replica) {
        this.redis = redis;
        this.holder = replica.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean acquire(String sourceName, Duration term) {
        try {
            Long acquired =
                    redis.get()
                            .sync()
                            .eval(
                                    ACQUIRE,
                                    ScriptOutputType.INTEGER,
                                    new String[] {"news:fetch:lease:" + sourceName},
                                    holder,
                                    Long.toString(term.toMillis())
                                            .getBytes(StandardCharsets.US_ASCII));
            away.set(false);
            return acquired == 1;
        } catch (RedisException e) {
            if (away.compareAndSet(false, true)) {
                log.warn(
                        "code=dependency_unavailable: no source is asked, for Redis does not say"
                                + " whose turn it is: {}",
                        e.getMessage());
            }
            return false;
        }
    }
}
