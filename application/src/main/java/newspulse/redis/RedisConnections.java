package newspulse.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The connections of one process to one Redis. They come back by themselves after an outage; as
/// long as it lasts every command fails at once, and none waits longer than two seconds: what to do
/// about it is the caller's to decide.
public final class RedisConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnections.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_RECONNECT = Duration.ofMillis(50);
    private static final Duration LAST_RECONNECT = Duration.ofSeconds(1);
    private static final int MAX_IN_FLIGHT = 100_000;
    private static final int IO_THREADS = 2;

    private final RedisConfig config;
    private final ClientResources resources;
    private final RedisClient client;
    private final Object probeLock = new Object();
    private @Nullable StatefulRedisConnection<String, byte[]> probe;
    private boolean answering = true;

    /// Connects to nothing yet.
    public RedisConnections(RedisConfig config) {
        this.config = config;
        resources =
                DefaultClientResources.builder()
                        .ioThreadPoolSize(IO_THREADS)
                        .computationThreadPoolSize(IO_THREADS)
                        .reconnectDelay(
                                Delay.exponential(
                                        FIRST_RECONNECT, LAST_RECONNECT, 2, TimeUnit.MILLISECONDS))
                        .nettyCustomizer(new FewerFlushes())
                        .build();
        client = RedisClient.create(resources, uri(config));
        client.setOptions(options());
    }

    /// A connection of the caller's own, to be closed by the caller. One connection bears many
    /// threads unless flushing is made manual.
    ///
    /// @throws RedisException when Redis does not answer now
    public <K, V> StatefulRedisConnection<K, V> connect(RedisCodec<K, V> codec) {
        return client.connect(codec);
    }

    /// A connection for keys that are text and values that are bytes.
    public StatefulRedisConnection<String, byte[]> connect() {
        return connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }

    public RedisConfig config() {
        return config;
    }

    /// Asks Redis now whether it serves; may take two seconds when it does not, so never from an
    /// event loop. A change is logged.
    public boolean ping() {
        synchronized (probeLock) {
            @Nullable String fault = fault();
            if (fault != null && answering) {
                LOG.warn("Redis at {} does not answer: {}", config.address(), fault);
            } else if (fault == null && !answering) {
                LOG.info("Redis at {} answers again", config.address());
            }
            answering = fault == null;
            return answering;
        }
    }

    /// Closes every connection that was given out, too.
    @Override
    public void close() {
        client.shutdown(Duration.ZERO, PATIENCE);
        var _ = resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private @Nullable String fault() {
        try {
            if (probe == null) {
                probe = connect();
            }
            probe.sync().ping();
            return null;
        } catch (RedisException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        }
    }

    private static RedisURI uri(RedisConfig config) {
        RedisURI.Builder uri =
                RedisURI.builder()
                        .withHost(config.host())
                        .withPort(config.port())
                        .withDatabase(config.database())
                        .withTimeout(PATIENCE);
        if (!config.password().isEmpty()) {
            uri.withPassword(config.password().toCharArray());
        }
        return uri.build();
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_IN_FLIGHT)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(
                        SocketOptions.builder().connectTimeout(PATIENCE).keepAlive(true).build())
                .build();
    }

    /// Commands of many threads that reach the event loop together leave in one system call.
    private static final class FewerFlushes implements NettyCustomizer {
        private static final int MOST_AT_ONCE = 256;

        @Override
        public void afterChannelInitialized(Channel channel) {
            channel.pipeline().addFirst(new FlushConsolidationHandler(MOST_AT_ONCE, true));
        }
    }
}
