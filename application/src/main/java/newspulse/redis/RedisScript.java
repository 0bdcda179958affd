package newspulse.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A Lua script that Redis runs as one step. It is called by its digest; a Redis that does not know
/// it (a new or restarted one) is given its text.
public final class RedisScript {
    private final byte[] text;
    private final String digest;
    private final ScriptOutputType output;

    /// Reads a script that stands beside a class.
    public RedisScript(Class<?> neighbour, String resource, ScriptOutputType output) {
        this.text = read(neighbour, resource);
        this.digest = sha1(text);
        this.output = output;
    }

    /// Runs it; the answer fails with what Lettuce throws.
    public <T> CompletableFuture<T> call(
            RedisAsyncCommands<String, byte[]> redis, String[] keys, byte[]... arguments) {
        return redis.<T>evalsha(digest, output, keys, arguments)
                .exceptionallyCompose(e -> {
                    Throwable cause = e instanceof CompletionException ? e.getCause() : e;
                    return cause instanceof RedisNoScriptException
                            ? redis.<T>eval(text, output, keys, arguments)
                            : CompletableFuture.failedFuture(cause);
                })
                .toCompletableFuture();
    }

    private static byte[] read(Class<?> neighbour, String resource) {
        try (InputStream in = neighbour.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text);
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
