package newspulse.refiner;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.InstantSource;

/// The refiner role: what deserves it among the analysed articles is refined, out of order and many
/// at once, and published as the next analysis of the same content, under the same key.
public final class RefinerService implements AutoCloseable {
    private static final int FETCH_BYTES = 8 << 20;
    private static final int DELIVERY_TIMEOUT_MS = 12_000;
    private static final int MAX_BLOCK_MS = 5_000;

    private final AnswerTopic answers;
    private final RefinerLoop loop;

    /// Builds the role; it reads nothing before [#start].
    ///
    /// @param onFatal hears from any thread when the role has stopped, or can publish nothing, for
    ///   good
    public RefinerService(
            RefinerConfig config,
            KafkaConfig kafka,
            Refinement refinement,
            Cascade cascade,
            String pipelineVersion,
            MeterRegistry registry,
            InstantSource clock,
            java.util.function.Consumer<Throwable> onFatal) {
        var metrics = new RefinerMetrics(registry);
        answers = new AnswerTopic(producer(kafka));
        var refiner =
                new Refiner(refinement, config.timeout(), pipelineVersion, answers, metrics, clock);
        var calls = new Calls(config.maxInFlight(), refiner, metrics, onFatal);
        loop =
                new RefinerLoop(
                        () -> consumer(kafka, config.group()),
                        kafka.outputTopic(),
                        new Triage(cascade, config.maxAge(), clock),
                        calls,
                        metrics,
                        onFatal);
        metrics.watch(calls, loop::watermarkLag);
    }

    /// Begins to follow the topic, which is to be there; the brokers may still be to come.
    public void start() {
        loop.start();
    }

    /// Whether the thread that follows the topic is alive; when not, it is a bug.
    public boolean isRunning() {
        return loop.isRunning();
    }

    /// Lets what is out end for two seconds, commits, and leaves the group.
    @Override
    public void close() {
        loop.close();
        answers.close();
    }

    private static Producer<byte[], byte[]> producer(KafkaConfig kafka) {
        var properties = KafkaClients.producerProperties(kafka, "newspulse-refiner");
        properties.put("delivery.timeout.ms", DELIVERY_TIMEOUT_MS);
        properties.put("max.block.ms", MAX_BLOCK_MS);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Consumer<byte[], byte[]> consumer(KafkaConfig kafka, String group) {
        var properties = KafkaClients.consumerProperties(kafka, "newspulse-refiner", group);
        properties.put("max.poll.records", Assignment.POLLED_AT_ONCE);
        properties.put("fetch.max.bytes", FETCH_BYTES);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
