package newspulse.deadletter;

import newspulse.deadletter.DeadLetter.Position;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The topic of the dead letters, to look through and to give letters another chance from. What was
/// replayed stands in the topic itself, in the same transaction as the replay, so that no letter is
/// replayed twice, whoever asks and whatever dies in between.
public final class DeadLetters implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPLAYER = "newspulse-dead-letters";
    private static final int AT_ONCE = 500;

    private final KafkaConfig config;
    private final Consumer<byte[], byte[]> consumer;

    /// Connects.
    public DeadLetters(KafkaConfig config) {
        this.config = config;
        consumer =
                new KafkaConsumer<>(
                        KafkaClients.consumerProperties(config, REPLAYER, REPLAYER),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    /// Takes letters, one after the other.
    public interface Reader {
        void read(DeadLetter letter) throws IOException;
    }

    /// Hands over every letter that there is now and that the filter takes, the oldest of each
    /// partition first.
    public void read(LetterFilter filter, Reader reader) throws IOException {
        scan(record -> {
            if (!isMark(record)) {
                DeadLetter letter = DeadLetter.of(record);
                if (filter.takes(letter)) {
                    reader.read(letter);
                }
            }
        });
    }

    /// Which letters were replayed.
    public Set<Position> replayed() throws IOException {
        Set<Position> replayed = new HashSet<>();
        scan(record -> {
            String mark = LetterHeaders.text(record.headers(), LetterHeaders.REPLAYED);
            if (mark != null) {
                replayed.add(Position.parse(mark));
            }
        });
        return replayed;
    }

    /// Sends the letters that the filter takes back to where articles come in, under the key and
    /// with the bytes and headers that they came with and the time at which they first came in.
    /// Those that were replayed before are passed over. While it runs, nobody else replays.
    ///
    /// @param taken is told of each
    /// @return how many
    public int replay(LetterFilter filter, Reader taken) throws IOException {
        Map<String, Object> properties = KafkaClients.producerProperties(config, REPLAYER);
        properties.put("transactional.id", REPLAYER);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            // From here on the marks are complete: whoever replayed before is cut off.
            producer.initTransactions();
            return new Replay(producer, replayed()).run(filter, taken);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static boolean isMark(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(LetterHeaders.REPLAYED) != null;
    }

    private interface Visitor {
        void visit(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    private void scan(Visitor visitor) throws IOException {
        List<TopicPartition> partitions =
                consumer.partitionsFor(config.deadLetterTopic(), PATIENCE).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            consumer.pause(partitions);
            consumer.resume(List.of(partition));
            long progress = System.nanoTime();
            for (long at = -1; at < end; at = consumer.position(partition, PATIENCE)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    progress = System.nanoTime();
                    if (record.offset() < end) {
                        visitor.visit(record);
                    }
                }
                if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                    throw new IOException("the brokers stopped answering within " + partition);
                }
            }
        }
    }

    /// One run of sending letters back.
    private final class Replay {
        private final Producer<byte[], byte[]> producer;
        private final Set<Position> replayed;
        private int count;
        private int open;

        Replay(Producer<byte[], byte[]> producer, Set<Position> replayed) {
            this.producer = producer;
            this.replayed = replayed;
        }

        int run(LetterFilter filter, Reader taken) throws IOException {
            read(
                    filter,
                    letter -> {
                        if (replayed.add(letter.position())) {
                            send(letter);
                            taken.read(letter);
                        }
                    });
            if (open > 0) {
                producer.commitTransaction();
            }
            return count;
        }

        private void send(DeadLetter letter) {
            if (open == 0) {
                producer.beginTransaction();
            }
            RecordHeaders headers = LetterHeaders.received(letter.record().headers());
            LetterHeaders.add(
                    headers,
                    LetterHeaders.INGESTED,
                    Long.toString(letter.ingestedAt().toEpochMilli()));
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    config.inputTopic(),
                                    null,
                                    letter.record().key(),
                                    letter.record().value(),
                                    headers));
            var mark = new RecordHeaders();
            LetterHeaders.add(mark, LetterHeaders.REPLAYED, letter.position().toString());
            var _ =
                    producer.send(
                            new ProducerRecord<>(
                                    config.deadLetterTopic(),
                                    null,
                                    letter.record().key(),
                                    null,
                                    mark));
            count++;
            if (++open == AT_ONCE) {
                producer.commitTransaction();
                open = 0;
            }
        }
    }
}
