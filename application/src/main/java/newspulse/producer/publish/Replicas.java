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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Which replicas are alive, and which of them asks a source: each tells Redis every few seconds
/// that it lives (`news:fetch:replicas`), and a group of sources is that one's whose name, hashed
/// with the group's, is highest (Thaler and Ravishankar, "Using Name-Based Mappings to Increase Hit
/// Rates", 1998). So all replicas agree without asking each other, and only the sources of one that
/// goes or comes change hands. For moments two may differ; leave to ask ([RedisTurns]) is given to
/// one.
public final class Replicas implements Predicate<String>, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Replicas.class);
    private static final Duration BEAT = Duration.ofSeconds(4);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);
    static final Duration DEAD_AFTER = Duration.ofSeconds(12);
    private static final String CALLS = "news:fetch:calls";
    static final String KEY = "news:fetch:replicas";
    private static final String TELL =
            """
            local now = redis.call('TIME')[1] + 0
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            return {redis.call('GET', KEYS[2]) or '0', redis.call('ZRANGE', KEYS[1], 0, -1)}
            """;

    private final SharedConnection redis;
    private final String ours;
    private final Listener listener;
    private final Thread thread;
    private volatile Set<String> alive = Set.of();

    /// How often all were called, as far as is known here; -1 before anything is.
    private final AtomicLong heard = new AtomicLong(-1);

    /// Is told what happens among replicas.
    public interface Listener {
        /// Replicas have come or gone, and so sources have changed hands.
        void changed();

        /// Somebody wants every source asked now.
        void called();
    }

    /// Not alive yet, under a name that no other replica bears.
    public Replicas(SharedConnection redis, String name, Listener listener) {
        this.redis = redis;
        this.ours = name;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("replicas").unstarted(this::live);
    }

    /// Begins to live.
    public void start() {
        thread.start();
    }

    /// Whether the group of sources is this replica's.
    @Override
    public boolean test(String group) {
        String best = "";
        long highest = Long.MIN_VALUE;
        for (String replica : alive) {
            long weight = weight(replica, group);
            if (best.isEmpty() || weight > highest) {
                best = replica;
                highest = weight;
            }
        }
        return best.equals(ours);
    }

    /// Has every other replica ask its sources within some seconds. Blocks.
    public void call() {
        try {
            heard.accumulateAndGet(redis.get().sync().incr(CALLS), Math::max);
        } catch (RedisException e) {
            log.warn(
                    "code=dependency_unavailable: other replicas are not told: {}", e.getMessage());
        }
    }

    /// Leaves its sources to the others.
    @Override
    public void close() {
        thread.interrupt();
        alive = Set.of();
        try {
            thread.join(LONGEST_CLOSE); // so that it does not come back to life
            var _ = redis.get().sync().zrem(KEY, bytes(ours));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RedisException _) {
            log.debug("Redis does not answer; the others will notice that this replica is gone");
        }
    }

    private void live() {
        try {
            boolean answers = true;
            while (true) {
                try {
                    tell();
                    answers = true;
                } catch (RedisException e) {
                    if (answers && !Thread.currentThread().isInterrupted()) {
                        log.warn(
                                "code=dependency_unavailable: other replicas are not heard of, for"
                                        + " Redis does not answer: {}",
                                e.getMessage());
                    }
                    answers = false;
                }
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException _) {
            log.debug("This replica leaves");
        }
    }

    private void tell() {
        List<Object> answer =
                redis.get()
                        .sync()
                        .eval(
                                TELL,
                                ScriptOutputType.MULTI,
                                new String[] {KEY, CALLS},
                                bytes(ours),
                                bytes(Long.toString(DEAD_AFTER.toSeconds())));
        Set<String> now = new TreeSet<>();
        for (Object name : (List<?>) answer.get(1)) {
            now.add(new String((byte[]) name, StandardCharsets.UTF_8));
        }
        if (!now.equals(alive)) {
            log.info("{} replicas share the sources", now.size());
            alive = now;
            listener.changed();
        }
        long called = Long.parseLong(new String((byte[]) answer.get(0), StandardCharsets.UTF_8));
        long before = heard.getAndAccumulate(called, Math::max);
        if (before >= 0 && called > before) {
            listener.called();
        }
    }

    /// FNV-1a over both names, then mixed as MurmurHash3 ends (64 bits).
    private static long weight(String replica, String group) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : bytes(replica + "\n" + group)) {
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
