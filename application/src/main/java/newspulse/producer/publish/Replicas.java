package newspulse.producer.publish;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;

import newspulse.redis.SharedConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which replicas are alive, and which of them asks a source: each tells Redis every few seconds
/// that it lives (`news:fetch:replicas`), and a source is that one's whose name, hashed with the
/// source's, is highest (Thaler and Ravishankar, "Using Name-Based Mappings to Increase Hit Rates",
/// 1998). So all replicas agree without asking each other, and only the sources of one that goes or
/// comes change hands. For moments two may differ; leave to ask ([RedisTurns]) is given to one.
public final class Replicas implements Predicate<String>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Replicas.class);
    private static final Duration BEAT = Duration.ofSeconds(4);
    private static final Duration DEAD_AFTER = Duration.ofSeconds(12);
    private static final String KEY = "news:fetch:replicas";
    private static final String TELL =
            """
            local now = redis.call('TIME')[1] + 0
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            return redis.call('ZRANGE', KEYS[1], 0, -1)
            """;

    private final SharedConnection redis;
    private final String ours;
    private final Runnable onChange;
    private final Thread thread;
    private volatile Set<String> alive = Set.of();

    /// Not alive yet, under a name that no other replica bears.
    ///
    /// @param onChange called when replicas have come or gone, and so sources have changed hands
    public Replicas(SharedConnection redis, String name, Runnable onChange) {
        this.redis = redis;
        this.ours = name;
        this.onChange = onChange;
        this.thread = Thread.ofVirtual().name("replicas").unstarted(this::live);
    }

    /// Begins to live.
    public void start() {
        thread.start();
    }

    /// Whether the source is this replica's.
    @Override
    public boolean test(String source) {
        String best = "";
        long highest = Long.MIN_VALUE;
        for (String replica : alive) {
            long weight = weight(replica, source);
            if (best.isEmpty() || weight > highest) {
                best = replica;
                highest = weight;
            }
        }
        return best.equals(ours);
    }

    /// Leaves its sources to the others.
    @Override
    public void close() {
        thread.interrupt();
        alive = Set.of();
        try {
            var _ = redis.get().sync().zrem(KEY, bytes(ours));
        } catch (RedisException _) {
            log.debug("Redis does not answer; the others will notice that this replica is gone");
        }
    }

    private void live() {
        try {
            boolean answers = true;
            while (true) {
                answers = tell(answers);
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException _) {
            log.debug("This replica leaves");
        }
    }

    private boolean tell(boolean answered) {
        try {
            List<byte[]> names =
                    redis.get()
                            .sync()
                            .eval(
                                    TELL,
                                    ScriptOutputType.MULTI,
                                    new String[] {KEY},
                                    bytes(ours),
                                    bytes(Long.toString(DEAD_AFTER.toSeconds())));
            Set<String> now = new TreeSet<>();
            names.forEach(name -> now.add(new String(name, StandardCharsets.UTF_8)));
            if (!now.equals(alive)) {
                log.info("{} replicas share the sources", now.size());
                alive = now;
                onChange.run();
            }
            return true;
        } catch (RedisException e) {
            if (answered) {
                log.warn(
                        "code=dependency_unavailable: other replicas are not heard of, for Redis"
                                + " does not answer: {}",
                        e.getMessage());
            }
            return false;
        }
    }

    /// FNV-1a over both names, then mixed as MurmurHash3 ends (64 bits).
    private static long weight(String replica, String source) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : bytes(replica + "\n" + source)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
