package newspulse.api;

import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;

import newspulse.redis.RedisScript;
import newspulse.redis.SharedConnection;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Reads the read model without ever blocking the caller. Every answer fails with a
/// [io.lettuce.core.RedisException] while Redis cannot be asked. Ids that lead to no article are
/// passed over and reported to Redis for removal.
final class NewsReader {
    private static final int SPARE = 5;
    private static final int MAX_PAGES = 20;

    private final SharedConnection shared;
    private final RedisScript sweeping =
            new RedisScript(RedisKeys.class, "sweep.lua", ScriptOutputType.INTEGER);
    private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;

    NewsReader(SharedConnection shared) {
        this.shared = shared;
    }

    /// The JSON of one article.
    CompletionStage<Optional<byte[]>> find(String id) {
        return redis().thenCompose(redis -> redis.get(RedisKeys.ARTICLE + id))
                .thenApply(Optional::ofNullable);
    }

    /// The JSON of the articles that arrived last, newest first.
    CompletionStage<List<byte[]>> recent(int limit) {
        return gather(
                limit,
                (redis, from, count) -> redis.lrange(RedisKeys.RECENT, from, from + count - 1L));
    }

    /// The JSON of the most important articles, most important first.
    CompletionStage<List<byte[]>> top(int limit) {
        return gather(
                limit,
                (redis, from, count) ->
                        redis.zrevrange(RedisKeys.BY_IMPORTANCE, from, from + count - 1L));
    }

    CompletionStage<ApiStats> stats() {
        return redis().thenCompose(redis ->
                redis.zcard(RedisKeys.BY_IMPORTANCE)
                        .thenCombine(redis.llen(RedisKeys.RECENT), ApiStats::new));
    }

    private interface Index {
        CompletionStage<List<byte[]>> ids(
                RedisAsyncCommands<String, byte[]> redis, int from, int count);
    }

    private CompletionStage<List<byte[]>> gather(int limit, Index index) {
        return redis().thenCompose(redis -> {
            Gathering gathering = new Gathering(redis, index, limit);
            return gathering
                    .page(0, 0)
                    .thenApply(_ -> {
                        report(redis, gathering.missing);
                        return List.copyOf(gathering.found.values());
                    });
        });
    }

    private void report(RedisAsyncCommands<String, byte[]> redis, List<String> missing) {
        if (!missing.isEmpty()) {
            byte[][] arguments = RedisReadModel.sweepArguments(missing);
            var _ = sweeping.<Long>call(redis, RedisKeys.indexes(), arguments);
        }
    }

    private CompletionStage<RedisAsyncCommands<String, byte[]>> redis() {
        return connection().thenApply(StatefulRedisConnection::async);
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> connection() {
        if (connection == null || connection.isCompletedExceptionally()) {
            connection = CompletableFuture.supplyAsync(shared::get, Thread::startVirtualThread);
        }
        return connection;
    }

    /// Pages through an index until enough articles are found or there are no more ids.
    private static final class Gathering {
        private final RedisAsyncCommands<String, byte[]> redis;
        private final Index index;
        private final int limit;
        private final Map<String, byte[]> found = new LinkedHashMap<>();
        private final List<String> missing = new ArrayList<>();

        Gathering(RedisAsyncCommands<String, byte[]> redis, Index index, int limit) {
            this.redis = redis;
            this.index = index;
            this.limit = limit;
        }

        CompletionStage<@Nullable Void> page(int number, int from) {
            int count = limit + SPARE;
            return index.ids(redis, from, count)
                    .thenCompose(ids -> {
                        if (ids.isEmpty()) {
                            return CompletableFuture.completedFuture(null);
                        }
                        return redis.mget(keys(ids))
                                .thenCompose(articles -> {
                                    take(articles);
                                    boolean isLast = ids.size() < count || number + 1 == MAX_PAGES;
                                    return found.size() == limit || isLast
                                            ? CompletableFuture.completedFuture(null)
                                            : page(number + 1, from + count);
                                });
                    });
        }

        private void take(List<KeyValue<String, byte[]>> articles) {
            for (KeyValue<String, byte[]> article : articles) {
                String id = article.getKey().substring(RedisKeys.ARTICLE.length());
                if (!article.hasValue()) {
                    missing.add(id);
                } else if (found.size() < limit) {
                    found.putIfAbsent(id, article.getValue());
                }
            }
        }

        private static String[] keys(List<byte[]> ids) {
            return ids.stream()
                    .map(id -> RedisKeys.ARTICLE + new String(id, StandardCharsets.UTF_8))
                    .toArray(String[]::new);
        }
    }
}
