package newspulse.producer.publish;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;

import newspulse.intake.ContentHash;
import newspulse.redis.SharedConnection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The memory in Redis, under `news:sent:{id}`. While Redis is away nothing is remembered, and
/// articles that were sent before are sent again.
final class RedisSentMemory implements SentMemory {
    private static final Logger log = LoggerFactory.getLogger(RedisSentMemory.class);
    private static final Duration KEPT_FOR = Duration.ofDays(7);
    private static final String REMEMBER =
            "for i, key in ipairs(KEYS) do redis.call('SET', key, ARGV[i + 1], 'EX', ARGV[1]) end";

    private final SharedConnection redis;
    private final AtomicBoolean away = new AtomicBoolean();

    RedisSentMemory(SharedConnection redis) {
        this.redis = redis;
    }

    @Override
    public List<@Nullable ContentHash> recall(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            List<@Nullable ContentHash> sent = new ArrayList<>(ids.size());
            for (KeyValue<String, byte[]> entry : redis.get().sync().mget(keys(ids))) {
                sent.add(entry.hasValue() ? fromBytes(entry.getValue()) : null);
            }
            away.set(false);
            return sent;
        } catch (RedisException e) {
            reportAway(e);
            return Collections.nCopies(ids.size(), null);
        }
    }

    @Override
    public void remember(List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        byte[][] arguments = new byte[items.size() + 1][];
        arguments[0] = Long.toString(KEPT_FOR.toSeconds()).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < items.size(); i++) {
            arguments[i + 1] = toBytes(items.get(i).content());
        }
        String[] keys = keys(items.stream().map(Item::id).toList());
        try {
            redis.get().sync().eval(REMEMBER, ScriptOutputType.STATUS, keys, arguments);
        } catch (RedisException e) {
            reportAway(e);
        }
    }

    private void reportAway(RedisException e) {
        if (away.compareAndSet(false, true)) {
            log.warn(
                    "code=dependency_unavailable: what was sent before may be sent again, for Redis"
                            + " does not answer: {}",
                    e.getMessage());
        }
    }

    private static String[] keys(List<String> ids) {
        return ids.stream().map(id -> "news:sent:" + id).toArray(String[]::new);
    }

    private static byte[] toBytes(ContentHash content) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(content.high())
                .putLong(content.low())
                .array();
    }

    private static @Nullable ContentHash fromBytes(byte[] bytes) {
        if (bytes.length != 2 * Long.BYTES) {
            return null;
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new ContentHash(buffer.getLong(), buffer.getLong());
    }
}
