package newspulse.api;

import com.linecorp.armeria.server.ServerBuilder;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The api role: the sink that writes the read model, the routes that read it, and the live feed
/// with its clients.
public final class ApiService implements AutoCloseable {
    private static final int POLLED_AT_ONCE = 2_000;
    private static final int FETCH_BYTES = 8 << 20;

    private final LiveHub hub;
    private final LiveSocket socket;
    private final LiveFeed feed;
    private final RedisSink sink;
    private final NewsReader reader;
    private final NewsRoutes routes;

    /// Builds the role; nothing is connected before [#start].
    ///
    /// @param shared for readers; any number of roles may use it
    /// @param onFatal hears when a thread of the role ended for a reason that is a bug; the role is
    ///   then to be started anew
    public ApiService(
            ApiConfig config,
            KafkaConfig kafka,
            RedisConnections redis,
            SharedConnection shared,
            MeterRegistry registry,
            InstantSource clock,
            Consumer<Throwable> onFatal) {
        var liveMetrics = new LiveMetrics(registry);
        hub = new LiveHub(liveMetrics);
        socket = new LiveSocket(hub, config, liveMetrics);
        feed =
                new LiveFeed(
                        () -> consumer(liveProperties(kafka)),
                        kafka.outputTopic(),
                        hub,
                        liveMetrics,
                        clock,
                        onFatal);
        sink =
                new RedisSink(
                        () -> consumer(sinkProperties(kafka)),
                        kafka.outputTopic(),
                        new RedisReadModel(redis::connect, config.retention()),
                        config.sweepInterval(),
                        new SinkMetrics(registry),
                        clock,
                        onFatal);
        reader = new NewsReader(shared);
        routes = new NewsRoutes(reader);
    }

    /// Adds `/news/...` and `/ws`.
    public void addTo(ServerBuilder server) {
        routes.addTo(server);
        server.service("/ws", socket.service());
    }

    /// Begins to follow the log; the topics are to be there, Redis and brokers may still be to
    /// come.
    public void start() {
        feed.start();
        sink.start();
    }

    /// Whether the threads that follow the log are alive; when not, it is a bug.
    public boolean isRunning() {
        return feed.isRunning() && sink.isRunning();
    }

    /// Whether the live feed has read what the log ended with when it began.
    public boolean isCaughtUp() {
        return feed.isCaughtUp();
    }

    /// What Redis keeps now; fails while it cannot be asked.
    public CompletionStage<ApiStats> stats() {
        return reader.stats();
    }

    /// Sends every live client away with close status 1001 and lets no more in. To be called before
    /// the HTTP server stops, which waits for requests in flight, and a live client is one.
    public void drain(Duration deadline) {
        try {
            hub.close(deadline);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stores and commits what is in hand.
    @Override
    public void close() {
        feed.close();
        sink.close();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> properties) {
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> sinkProperties(KafkaConfig kafka) {
        Map<String, Object> properties =
                KafkaClients.consumerProperties(kafka, "newspulse-redis-sink", kafka.sinkGroup());
        properties.put("max.poll.records", POLLED_AT_ONCE);
        properties.put("fetch.max.bytes", FETCH_BYTES);
        return properties;
    }

    private static Map<String, Object> liveProperties(KafkaConfig kafka) {
        Map<String, Object> properties =
                KafkaClients.consumerProperties(kafka, "newspulse-live-feed", kafka.sinkGroup());
        properties.remove("group.id");
        properties.remove("partition.assignment.strategy");
        properties.put("auto.offset.reset", "latest");
        properties.put("fetch.max.bytes", FETCH_BYTES);
        return properties;
    }
}
