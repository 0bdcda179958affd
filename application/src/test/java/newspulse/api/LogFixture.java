package newspulse.api;

import newspulse.config.Settings;
import newspulse.embedded.EmbeddedBroker;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.kafka.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A real broker, and a transactional writer of analysed articles like the stream.
final class LogFixture implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    final String bootstrap;

    LogFixture(Path directory) throws IOException {
        broker = EmbeddedBroker.start(directory, 0);
        bootstrap = broker.bootstrapServers();
        KafkaConfig config = config("any");
        admin = KafkaClients.admin(config, "test-admin");
        Map<String, Object> properties = KafkaClients.producerProperties(config, "test-stream");
        properties.put("transactional.id", "test-stream");
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /// Settings with a topic and a group of the test's own.
    KafkaConfig config(String name) {
        return KafkaConfig.embedded(
                new Settings(
                        Map.of(
                                "KAFKA_OUTPUT_TOPIC",
                                "analysed-" + name,
                                "KAFKA_CONSUMER_GROUP",
                                "sink-" + name)),
                bootstrap);
    }

    KafkaConfig topic(String name) throws Exception {
        KafkaConfig config = config(name);
        new Topics(admin, config).ensure(Duration.ofSeconds(20));
        return config;
    }

    void grow(KafkaConfig config, int partitions) throws Exception {
        admin.createPartitions(Map.of(config.outputTopic(), NewPartitions.increaseTo(partitions)))
                .all()
                .get();
    }

    void write(KafkaConfig config, String id, byte[] value) {
        write(
                config,
                List.of(
                        new ProducerRecord<>(
                                config.outputTopic(), id.getBytes(StandardCharsets.UTF_8), value)));
    }

    void write(KafkaConfig config, int from, int to) {
        write(config, numbered(config, from, to));
    }

    void writeAndAbort(KafkaConfig config, int from, int to) {
        producer.beginTransaction();
        numbered(config, from, to)
                .forEach(one -> {
                    var _ = producer.send(one);
                });
        producer.flush();
        producer.abortTransaction();
    }

    void write(KafkaConfig config, List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        records.forEach(one -> {
            var _ = producer.send(one);
        });
        producer.commitTransaction();
    }

    private static List<ProducerRecord<byte[], byte[]>> numbered(
            KafkaConfig config, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        new ProducerRecord<>(
                                config.outputTopic(),
                                ("a" + i).getBytes(StandardCharsets.UTF_8),
                                Articles.json("a" + i)))
                .toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        admin.close(Duration.ofSeconds(2));
        broker.close();
    }
}
