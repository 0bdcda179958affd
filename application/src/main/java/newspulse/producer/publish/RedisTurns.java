package newspulse.producer.publish;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;

import newspulse.producer.Turns;
import newspulse.redis.SharedConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Leave to ask, in Redis under `news:fetch:source:{source}`, by Redis' own clock. A fetch may take
/// longer than its interval: as long as it is under way in a replica that lives ([Replicas]),
/// nobody else has leave. While Redis is away, replicas that share sources ask none: many asking at
/// once is what publishers block us for. One that is alone goes on, and what it learns is noted
/// again when Redis is back.
public final class RedisTurns implements Turns {
    private static final Logger log = LoggerFactory.getLogger(RedisTurns.class);
    private static final Duration KEPT_FOR = Duration.ofDays(30);
    private static final long NO_TOKEN = -1;
    private static final String NOW =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;
    private static final String LOOK =
            NOW
                    + """
                    local all = {}
                    for _, key in ipairs(KEYS) do
                      local held = redis.call('HMGET', key, 'next', 'known')
                      all[#all + 1] = math.max(0, (tonumber(held[1]) or 0) - now)
                      all[#all + 1] = held[2] or ''
                    end
                    return all
                    """;
    private static final String CLAIM =
            NOW
                    + """
                    local held = redis.call('HMGET', KEYS[1], 'next', 'by', 'known', 'busy')
                    local wait = (tonumber(held[1]) or 0) - now
                    if wait > 0 and ARGV[3] == '0' then return {0, wait, ''} end
                    if held[4] == '1' and held[2] ~= ARGV[1] then
                      local seen = redis.call('ZSCORE', KEYS[2], held[2])
                      if seen and time[1] - seen <= tonumber(ARGV[5]) then return {0, 1000, ''} end
                    end
                    local token = redis.call('HINCRBY', KEYS[1], 'token', 1)
                    local next = string.format('%.0f', now + ARGV[2])
                    redis.call('HSET', KEYS[1], 'next', next, 'by', ARGV[1], 'busy', '1')
                    redis.call('PEXPIRE', KEYS[1], ARGV[4])
                    if held[2] and held[2] ~= ARGV[1] then return {1, token, held[3] or ''} end
                    return {1, token, ''}
                    """;
    private static final String FINISH =
            NOW
                    + """
                    if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
                    local next = string.format('%.0f', now + ARGV[2])
                    redis.call('HSET', KEYS[1], 'next', next, 'known', ARGV[3], 'busy', '0')
                    redis.call('PEXPIRE', KEYS[1], ARGV[4])
                    return 1
                    """;

    private final SharedConnection redis;
    private final String replica;
    private final Predicate<String> ours;
    private final boolean isAlone;
    private final AtomicBoolean away = new AtomicBoolean();

    private RedisTurns(
            SharedConnection redis, String replica, Predicate<String> ours, boolean isAlone) {
        this.redis = redis;
        this.replica = replica;
        this.ours = ours;
        this.isAlone = isAlone;
    }

    /// For one replica of several, whose name no other may bear.
    public static RedisTurns shared(
            SharedConnection redis, String replica, Predicate<String> ours) {
        return new RedisTurns(redis, replica, ours, false);
    }

    /// For a replica that has Redis and all sources to itself.
    public static RedisTurns alone(SharedConnection redis, String replica) {
        return new RedisTurns(redis, replica, _ -> true, true);
    }

    @Override
    public boolean isOurs(String group) {
        return ours.test(group);
    }

    @Override
    public List<Known> look(Collection<String> sources) {
        String[] keys = sources.stream().map(RedisTurns::key).toArray(String[]::new);
        try {
            List<Object> answer = redis.get().sync().eval(LOOK, ScriptOutputType.MULTI, keys);
            List<Known> known = new ArrayList<>(keys.length);
            for (int i = 0; i < answer.size(); i += 2) {
                Duration wait = Duration.ofMillis((Long) answer.get(i));
                known.add(new Known(text(answer.get(i + 1)), wait));
            }
            away.set(false);
            return known;
        } catch (RedisException e) {
            reportAway(e);
            return isAlone
                    ? sources.stream().map(_ -> new Known("", Duration.ZERO)).toList()
                    : List.of();
        }
    }

    @Override
    public Turn claim(String source, Duration reserved, boolean outOfTurn) {
        try {
            List<Object> answer =
                    redis.get()
                            .sync()
                            .eval(
                                    CLAIM,
                                    ScriptOutputType.MULTI,
                                    new String[] {key(source), Replicas.KEY},
                                    bytes(replica),
                                    bytes(reserved.toMillis()),
                                    bytes(outOfTurn ? 1 : 0),
                                    bytes(KEPT_FOR.toMillis()),
                                    bytes(Replicas.DEAD_AFTER.toSeconds()));
            away.set(false);
            long number = (Long) answer.get(1);
            return (Long) answer.get(0) == 1
                    ? new Turn.Granted(number, text(answer.get(2)))
                    : new Turn.NotYet(Duration.ofMillis(number));
        } catch (RedisException e) {
            reportAway(e);
            return isAlone ? new Turn.Granted(NO_TOKEN, "") : new Turn.Away();
        }
    }

    @Override
    public boolean finish(String source, long token, String known, Duration next) {
        try {
            Long noted =
                    redis.get()
                            .sync()
                            .eval(
                                    FINISH,
                                    ScriptOutputType.INTEGER,
                                    new String[] {key(source)},
                                    bytes(token),
                                    bytes(next.toMillis()),
                                    bytes(known),
                                    bytes(KEPT_FOR.toMillis()));
            return noted == 1;
        } catch (RedisException e) {
            reportAway(e);
            return false;
        }
    }

    private void reportAway(RedisException e) {
        if (Thread.currentThread().isInterrupted()) {
            return; // this replica is being stopped
        }
        if (away.compareAndSet(false, true)) {
            log.warn(
                    "code=dependency_unavailable: {}, for Redis does not answer: {}",
                    isAlone
                            ? "what is learnt of sources is not kept"
                            : "no source is asked, nobody says whose turn it is",
                    e.getMessage());
        }
    }

    private static String key(String source) {
        return "news:fetch:source:" + source;
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }
}
