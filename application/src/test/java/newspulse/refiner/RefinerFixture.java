package newspulse.refiner;

import newspulse.config.Settings;
import newspulse.embedded.EmbeddedBroker;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.kafka.Topics;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Revision;
import newspulse.wire.ArticleJson;
import newspulse.wire.ArticleReader;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// A real broker with a topic of analysed articles for each test, to write to and to look into.
final class RefinerFixture implements AutoCloseable {
    static final String GROUP = "refiner_group";

    private final Path directory;
    private EmbeddedBroker broker;
    private final int port;

    RefinerFixture(Path directory) throws IOException {
        this.directory = directory;
        broker = EmbeddedBroker.start(directory, 0);
        String bootstrap = broker.bootstrapServers();
        port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    }

    KafkaConfig config(String name, int partitions) {
        return config(broker.bootstrapServers(), name, partitions);
    }

    static KafkaConfig config(String bootstrap, String name, int partitions) {
        return KafkaConfig.embedded(
                new Settings(
                        Map.of(
                                "KAFKA_OUTPUT_TOPIC",
                                "analysed-" + name,
                                "KAFKA_PARTITIONS",
                                Integer.toString(partitions))),
                bootstrap);
    }

    static String group(KafkaConfig kafka) {
        return GROUP + "-" + kafka.outputTopic();
    }

    KafkaConfig topic(String name, int partitions) throws Exception {
        KafkaConfig config = config(name, partitions);
        try (Admin admin = KafkaClients.admin(config, "test-admin")) {
            new Topics(admin, config).ensure(Duration.ofSeconds(20));
        }
        return config;
    }

    static void write(KafkaConfig kafka, int from, int to) throws Exception {
        List<AnalyzedArticle> articles = new ArrayList<>();
        for (int i = from; i < to; i++) {
            articles.add(Articles.local("a" + i, Revision.FIRST, Instant.now()));
        }
        write(kafka, articles);
    }

    static void write(KafkaConfig kafka, List<AnalyzedArticle> articles) throws Exception {
        send(
                kafka,
                articles.stream()
                        .map(one ->
                                new ProducerRecord<>(
                                        kafka.outputTopic(),
                                        one.article().id().getBytes(StandardCharsets.UTF_8),
                                        ArticleJson.bytes(one)))
                        .toList());
    }

    static void send(KafkaConfig kafka, List<ProducerRecord<byte[], byte[]>> records)
            throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        KafkaClients.producerProperties(kafka, "test"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            for (var one : sent) {
                one.get();
            }
        }
    }

    /// All that the topic holds now and can be read, in order within each partition.
    static List<ConsumerRecord<byte[], byte[]>> records(KafkaConfig kafka) {
        var properties = KafkaClients.consumerProperties(kafka, "test-look", "test-look");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(kafka.outputTopic()).stream()
                            .map(one -> new TopicPartition(one.topic(), one.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    /// The answers that were published.
    static List<AnalyzedArticle> answers(KafkaConfig kafka) {
        List<AnalyzedArticle> answers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> one : records(kafka)) {
            if (ArticleReader.read(one.value()) instanceof ArticleReader.Read(var article)
                    && article.analysis().provenance().isRefined()) {
                answers.add(article);
            }
        }
        return answers;
    }

    static List<String> answeredIds(KafkaConfig kafka) {
        return answers(kafka).stream().map(one -> one.article().id()).toList();
    }

    static Map<TopicPartition, OffsetAndMetadata> committed(KafkaConfig kafka)
            throws ExecutionException, InterruptedException {
        try (Admin admin = KafkaClients.admin(kafka, "test-admin")) {
            return admin.listConsumerGroupOffsets(group(kafka))
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    /// Whether everything in the topic is finished.
    static boolean isAllCommitted(KafkaConfig kafka) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(kafka);
        var properties = KafkaClients.consumerProperties(kafka, "test-look", "test-look");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions =
                    Set.copyOf(
                            consumer.partitionsFor(kafka.outputTopic()).stream()
                                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                                    .toList());
            return consumer.endOffsets(partitions).entrySet().stream()
                    .allMatch(end -> {
                        OffsetAndMetadata offset = committed.get(end.getKey());
                        return end.getValue() == 0
                                || (offset != null && offset.offset() >= end.getValue());
                    });
        }
    }

    void stopBroker() {
        broker.close();
    }

    void startBroker() throws IOException {
        broker = EmbeddedBroker.start(directory, port);
    }

    @Override
    public void close() {
        broker.close();
    }
}
