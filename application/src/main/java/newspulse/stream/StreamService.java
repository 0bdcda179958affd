package newspulse.stream;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.engine.Engine;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs the [ArticleTopology] on Kafka Streams, exactly once.
public final class StreamService implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamService.class);

    /// An answer becomes visible with the transaction that holds it; each costs the broker some
    /// writes.
    private static final int COMMIT_EVERY_MS = 100;

    /// Some hundred answers a request; the default of 16 KiB holds ten, and each request costs the
    /// broker.
    private static final int PRODUCER_BATCH_BYTES = 256 << 10;

    private static final int MAX_POLL_RECORDS = 2_000;
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final int MAX_THREADS_REPLACED = 10;

    private final BoundedRocksDb.Memory memory;
    private final boolean isStatic;
    private final KafkaStreams streams;
    private final AtomicInteger replaced = new AtomicInteger();

    /// Prepares the stream; it runs from [#start] on.
    ///
    /// @param onFatal called once when the stream has stopped for good
    public StreamService(
            StreamConfig config,
            KafkaConfig kafka,
            Engine engine,
            String pipelineVersion,
            MeterRegistry registry,
            InstantSource clock,
            Runnable onFatal) {
        var metrics = new StreamMetrics(registry);
        var topics =
                new ArticleTopology.TopicNames(
                        kafka.inputTopic(), kafka.outputTopic(), kafka.deadLetterTopic());
        memory = BoundedRocksDb.Memory.ofBytes(config.cacheBytes());
        isStatic = config.instanceId().isPresent();
        Map<String, Object> settings = settings(config, kafka);
        settings.put(BoundedRocksDb.MEMORY, memory);
        settings.put(
                FailureHandlers.CONTEXT,
                new FailureHandlers.Context(kafka.deadLetterTopic(), clock, metrics));
        var properties = new Properties();
        properties.putAll(settings);
        streams =
                new KafkaStreams(
                        ArticleTopology.create(topics, engine, pipelineVersion, clock, metrics),
                        properties);
        streams.setUncaughtExceptionHandler(this::onUncaught);
        streams.setStateListener((now, _) -> {
            if (now == KafkaStreams.State.ERROR) {
                onFatal.run();
            }
        });
    }

    public void start() {
        streams.start();
    }

    /// Whether records are being processed, or would be if there were any.
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        var leave =
                isStatic
                        ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                        : CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
        boolean closed =
                streams.close(
                        CloseOptions.groupMembershipOperation(leave).withTimeout(CLOSE_WITHIN));
        if (closed) {
            memory.close();
        } else {
            log.warn(
                    "The stream did not stop within {}; what it had begun is done again",
                    CLOSE_WITHIN);
        }
    }

    private static Map<String, Object> settings(StreamConfig config, KafkaConfig kafka) {
        Map<String, Object> settings =
                new HashMap<>(KafkaClients.properties(kafka, "newspulse-stream"));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.streamGroup());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_EVERY_MS);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replicationFactor());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                FailureHandlers.Processing.class);
        settings.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                FailureHandlers.Production.class);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                MAX_POLL_RECORDS);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                (int) SESSION_TIMEOUT.toMillis());
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) SESSION_TIMEOUT.toMillis() / 3);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                KafkaClients.MAX_REQUEST_BYTES);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                PRODUCER_BATCH_BYTES);
        config.instanceId()
                .ifPresent(id ->
                        settings.put(
                                StreamsConfig.mainConsumerPrefix(
                                        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                                id));
        return settings;
    }

    /// A thread that fell over trouble with the brokers is replaced, for that passes; any other
    /// trouble would only come again.
    private StreamThreadExceptionResponse onUncaught(Throwable e) {
        boolean mayPass = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            mayPass |= cause instanceof RetriableException;
        }
        if (mayPass && replaced.incrementAndGet() <= MAX_THREADS_REPLACED) {
            log.warn("code=dependency_unavailable: a stream thread is replaced: {}", e.toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        log.error("code=processing_error: the stream stops", e);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
