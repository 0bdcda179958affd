package newspulse.inference;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;

import newspulse.redis.SharedConnection;

import java.time.Duration;
import java.util.Optional;

/// Async requests in Redis, under `inference:async:{id}`.
final class RedisAsyncStore implements AsyncStore {
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private final SharedConnection redis;

    RedisAsyncStore(SharedConnection redis) {
        this.redis = redis;
    }

    @Override
    public void put(AsyncRequest request) {
        try {
            redis.get()
                    .sync()
                    .set(key(request.id()), request.toJson(), SetArgs.Builder.ex(KEPT_FOR));
        } catch (RedisException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<AsyncRequest> find(String id) {
        try {
            return Optional.ofNullable(redis.get().sync().get(key(id))).map(AsyncRequest::fromJson);
        } catch (RedisException e) {
            throw unavailable(e);
        }
    }

    private static String key(String id) {
        return "inference:async:" + id;
    }

    private static UnavailableException unavailable(RedisException e) {
        return new UnavailableException(
                "Redis, where the results of async requests are kept, does not answer.", e);
    }
}
