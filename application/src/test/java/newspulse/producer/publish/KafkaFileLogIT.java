package newspulse.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.config.Settings;
import newspulse.embedded.EmbeddedBroker;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.kafka.Topics;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.folder.FileLine;
import newspulse.producer.folder.FileLog;
import newspulse.producer.folder.Position;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Against a real broker: lines and position are there both or neither.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class KafkaFileLogIT {
    private static final Position FIRST = new Position(10, 2, false, "h", "t");
    private static final Position SECOND = new Position(20, 3, true, "h", "u");

    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedBroker.start(directory, 0);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void keepsLinesAndHowFarTheyWereReadOverARestart() throws Exception {
        KafkaConfig config = config("kept");
        try (FileLog log = log(config, "Folder")) {
            assertThat(log.open()).isEmpty();
            log.publish("a.ndjson", List.of(line(1, "{\"id\":\"x\"}")), FIRST);
            var failure = new Failure(FailureCode.MALFORMED_CSV, "why");
            log.publish("b.csv", List.of(new FileLine(7, new byte[] {1}, failure)), SECOND);
        }
        try (FileLog again = log(config, "Folder");
                FileLog other = log(config, "Fold")) {
            assertThat(again.open()).isEqualTo(Map.of("a.ndjson", FIRST, "b.csv", SECOND));
            assertThat(other.open()).isEmpty();
            again.forget("a.ndjson");
            assertThat(again.open()).containsOnlyKeys("b.csv");
        }
        List<ConsumerRecord<byte[], byte[]>> records = committed(config, 2);
        assertThat(records).hasSize(2);
        ConsumerRecord<byte[], byte[]> good = withHeader(records, "source.file", "a.ndjson");
        assertThat(good.key()).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
        assertThat(header(good, "source.line")).isEqualTo("1");
        ConsumerRecord<byte[], byte[]> bad = withHeader(records, "source.file", "b.csv");
        assertThat(header(bad, "source.name")).isEqualTo("Folder");
        assertThat(header(bad, "source.refusal")).isEqualTo("malformed_csv");
    }

    @Test
    void undoesWhatAFetcherLeftHalfDoneThatWasKilled() throws Exception {
        KafkaConfig config = config("killed");
        try (KafkaProducer<byte[], byte[]> killed = transactional(config, "Folder")) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(config.inputTopic(), new byte[] {1})).get();
            byte[] key = FilePositions.key("Folder", "a.ndjson");
            killed.send(new ProducerRecord<>(config.filePositionsTopic(), key, FIRST.toJson()))
                    .get();
            try (FileLog log = log(config, "Folder")) {
                assertThat(log.open()).isEmpty();
                log.publish("a.ndjson", List.of(line(1, "{\"id\":\"x\"}")), FIRST);
            }
        }
        assertThat(committed(config, 1)).hasSize(1);
    }

    @Test
    void refusesTheLinesOfAFetcherThatWasReplaced() throws Exception {
        KafkaConfig config = config("fenced");
        try (FileLog old = log(config, "Folder");
                FileLog next = log(config, "Folder")) {
            old.open();
            next.open();
            assertThatThrownBy(() -> old.publish("a", List.of(line(1, "{}")), FIRST))
                    .isInstanceOf(FileLog.UnavailableException.class);
            next.publish("a", List.of(line(1, "{}")), FIRST);
        }
        assertThat(committed(config, 1)).hasSize(1);
    }

    private static FileLog log(KafkaConfig config, String source) {
        return new KafkaFileLog(config, source, new SimpleMeterRegistry().counter("sent"));
    }

    private static FileLine line(long number, String json) {
        return new FileLine(number, json.getBytes(StandardCharsets.UTF_8), null);
    }

    private KafkaConfig config(String prefix) throws Exception {
        KafkaConfig config =
                KafkaConfig.embedded(
                        new Settings(Map.of("KAFKA_INPUT_TOPIC", prefix, "KAFKA_PARTITIONS", "1")),
                        broker.bootstrapServers());
        try (Admin admin = KafkaClients.admin(config, "test")) {
            new Topics(admin, config).ensure(Duration.ofSeconds(30));
        }
        return config;
    }

    private static KafkaProducer<byte[], byte[]> transactional(KafkaConfig config, String source) {
        Map<String, Object> properties = KafkaClients.producerProperties(config, "killed");
        properties.put("transactional.id", config.filePositionsTopic() + "-" + source);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// The same, once there is so much: a commit is visible a little after it is answered.
    private static List<ConsumerRecord<byte[], byte[]>> committed(KafkaConfig config, int records) {
        Eventually.holds("committed", () -> committed(config).size() >= records);
        return committed(config);
    }

    /// What a reader sees that sees only what was committed.
    private static List<ConsumerRecord<byte[], byte[]>> committed(KafkaConfig config) {
        Map<String, Object> properties = KafkaClients.consumerProperties(config, "test", "seen");
        var in = new ByteArrayDeserializer();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, in, in)) {
            var partition = new TopicPartition(config.inputTopic(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static ConsumerRecord<byte[], byte[]> withHeader(
            List<ConsumerRecord<byte[], byte[]>> records, String name, String value) {
        return records.stream()
                .filter(record -> value.equals(header(record, name)))
                .findFirst()
                .orElseThrow();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
