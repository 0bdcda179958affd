package newspulse.redis;

import io.lettuce.core.api.StatefulRedisConnection;

import org.jspecify.annotations.Nullable;

/// One connection for many threads, made when it is first needed: whoever uses it can start before
/// Redis does.
public final class SharedConnection {
    private final RedisConnections connections;
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    public SharedConnection(RedisConnections connections) {
        this.connections = connections;
    }

    /// The connection; the first call connects and may take two seconds, so never make it from an
    /// event loop.
    ///
    /// @throws io.lettuce.core.RedisException when Redis was never reached and is not now
    public synchronized StatefulRedisConnection<String, byte[]> get() {
        if (connection == null) {
            connection = connections.connect();
        }
        return connection;
    }
}
