package newspulse.producer.publish;

import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.producer.folder.Position;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads how far files were read. The topic is read as far as it is written, also where another
/// folder's transaction is still under way: that one ends soon, one way or the other.
final class FilePositions {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final char SEPARATOR = '/';

    private final KafkaConfig kafka;

    FilePositions(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    static byte[] key(String source, String file) {
        return (source + SEPARATOR + file).getBytes(StandardCharsets.UTF_8);
    }

    /// The positions of a folder, by file.
    ///
    /// @throws org.apache.kafka.common.KafkaException when they cannot be had
    Map<String, Position> of(String source) {
        var partition = new TopicPartition(kafka.filePositionsTopic(), 0);
        long end = written(partition);
        Map<String, Position> positions = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long begun = System.nanoTime();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new TimeoutException("the positions of files could not be read in time");
                }
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    take(source, record, positions);
                }
            }
        }
        return positions;
    }

    private long written(TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> properties =
                new HashMap<>(KafkaClients.properties(kafka, "newspulse-file-positions"));
        properties.put("isolation.level", isolation);
        properties.put("enable.auto.commit", false);
        properties.put("allow.auto.create.topics", false);
        properties.put("default.api.timeout.ms", 10_000);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void take(
            String source, ConsumerRecord<byte[], byte[]> record, Map<String, Position> positions) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        int separator = key.lastIndexOf(SEPARATOR);
        if (separator < 0 || !key.substring(0, separator).equals(source)) {
            return;
        }
        String file = key.substring(separator + 1);
        Position position = record.value() == null ? null : Position.ofJson(record.value());
        if (position == null) {
            positions.remove(file);
        } else {
            positions.put(file, position);
        }
    }
}
