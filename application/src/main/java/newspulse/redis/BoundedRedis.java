package newspulse.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Redis for callers that can wait only so long: also the first connection is made beside them. It
/// shares one connection among all threads.
public final class BoundedRedis {
    private final SharedConnection shared;
    private @Nullable CompletableFuture<RedisAsyncCommands<String, byte[]>> connecting;

    /// Redis did not answer in time, or said no.
    public static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnavailableException(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /// Connects to nothing yet.
    public BoundedRedis(RedisConnections connections) {
        shared = new SharedConnection(connections);
    }

    /// Sends without waiting; a Redis that is away shows in the answer.
    public <T> CompletableFuture<T> send(
            Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return connected().thenCompose(command);
    }

    /// Sends and waits for the answer, for at most `patience`.
    public <T> T ask(
            Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command,
            Duration patience)
            throws UnavailableException, InterruptedException {
        try {
            return send(command).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new UnavailableException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new UnavailableException(e);
        }
    }

    private synchronized CompletableFuture<RedisAsyncCommands<String, byte[]>> connected() {
        if (connecting == null || connecting.isCompletedExceptionally()) {
            connecting =
                    CompletableFuture.supplyAsync(
                            () -> shared.get().async(), task -> Thread.ofVirtual().start(task));
        }
        return connecting;
    }
}
