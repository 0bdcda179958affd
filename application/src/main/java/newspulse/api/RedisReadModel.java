package newspulse.api;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;

import newspulse.model.Revision;
import newspulse.redis.RedisScript;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The read model in Redis: articles as JSON and the indexes that lead to them, written by one
/// script call for some hundred articles, two calls in flight. For one thread; the connection is
/// its own and made when it is first needed.
final class RedisReadModel implements ReadModel {
    private static final int SLICE = 500;
    private static final int SLICE_BYTES = 4 << 20;
    private static final int IN_FLIGHT = 2;
    private static final int SWEPT_AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<StatefulRedisConnection<String, byte[]>> connections;
    private final byte[] retention;
    private final RedisScript storing =
            new RedisScript(RedisKeys.class, "store.lua", ScriptOutputType.VALUE);
    private final RedisScript sweeping =
            new RedisScript(RedisKeys.class, "sweep.lua", ScriptOutputType.INTEGER);
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    /// Prepares the writing; connects to nothing yet.
    ///
    /// @param connections gives a connection of its own, or throws a [RedisException]
    /// @param retention how long an article is kept after it was last stored
    RedisReadModel(
            Supplier<StatefulRedisConnection<String, byte[]>> connections, Duration retention) {
        this.connections = connections;
        this.retention = bytes(Long.toString(retention.toMillis()));
    }

    @Override
    public List<Outcome> store(List<Arrival> articles)
            throws ReadModelUnavailableException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>(articles.size());
        Deque<CompletableFuture<byte[]>> inFlight = new ArrayDeque<>();
        RedisAsyncCommands<String, byte[]> redis = redis();
        for (int from = 0; from < articles.size(); ) {
            int to = endOfSlice(articles, from);
            byte[][] arguments = arguments(articles.subList(from, to));
            inFlight.addLast(storing.call(redis, RedisKeys.indexes(), arguments));
            if (inFlight.size() == IN_FLIGHT) {
                collect(await(inFlight.removeFirst()), outcomes);
            }
            from = to;
        }
        while (!inFlight.isEmpty()) {
            collect(await(inFlight.removeFirst()), outcomes);
        }
        return outcomes;
    }

    @Override
    public void sweep() throws ReadModelUnavailableException, InterruptedException {
        Long swept;
        do {
            swept =
                    await(
                            sweeping.<Long>call(
                                    redis(), RedisKeys.indexes(), sweepArguments(List.of())));
        } while (swept == SWEPT_AT_ONCE);
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }

    /// What the sweeping script wants to be told.
    ///
    /// @param missing ids of which a reader found no article
    static byte[][] sweepArguments(List<String> missing) {
        byte[][] arguments = new byte[2 + missing.size()][];
        arguments[0] = bytes(RedisKeys.ARTICLE);
        arguments[1] = bytes(Integer.toString(SWEPT_AT_ONCE));
        for (int i = 0; i < missing.size(); i++) {
            arguments[2 + i] = bytes(missing.get(i));
        }
        return arguments;
    }

    private byte[][] arguments(List<Arrival> articles) {
        byte[][] arguments = new byte[3 + 4 * articles.size()][];
        arguments[0] = bytes(RedisKeys.ARTICLE);
        arguments[1] = retention;
        arguments[2] = bytes(Integer.toString(RedisKeys.RECENT_LENGTH));
        int at = 3;
        for (Arrival article : articles) {
            ArticleHeader header = article.header();
            arguments[at++] = bytes(header.id());
            arguments[at++] = bytes(sortable(header.revision()));
            arguments[at++] = bytes(Double.toString(header.importance()));
            arguments[at++] = article.json();
        }
        return arguments;
    }

    /// A revision as text whose order is the revisions' order.
    static String sortable(Revision revision) {
        String content = Integer.toString(revision.content());
        String analysis = Integer.toString(revision.analysis());
        return "0".repeat(10 - content.length())
                + content
                + "."
                + "0".repeat(10 - analysis.length())
                + analysis;
    }

    private static int endOfSlice(List<Arrival> articles, int from) {
        long bytes = 0;
        int to = from;
        while (to < articles.size() && to - from < SLICE && bytes < SLICE_BYTES) {
            bytes += articles.get(to++).json().length;
        }
        return to;
    }

    private static void collect(byte[] told, List<Outcome> outcomes) {
        for (byte one : told) {
            outcomes.add(Outcome.of(one));
        }
    }

    private RedisAsyncCommands<String, byte[]> redis() throws ReadModelUnavailableException {
        try {
            if (connection == null) {
                connection = connections.get();
            }
            return connection.async();
        } catch (RedisException e) {
            throw new ReadModelUnavailableException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> answer)
            throws ReadModelUnavailableException, InterruptedException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ReadModelUnavailableException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisException cause) {
                throw new ReadModelUnavailableException(cause);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
