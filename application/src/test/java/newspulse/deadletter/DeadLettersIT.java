package newspulse.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.Eventually;
import newspulse.config.Settings;
import newspulse.deadletter.DeadLetter.Position;
import newspulse.embedded.EmbeddedBroker;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.kafka.Topics;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Against a real broker.
class DeadLettersIT {
    private static final Instant DIED = Instant.parse("2026-03-01T12:00:00Z");
    private static final long CAME_IN = Instant.parse("2026-03-01T11:00:00Z").toEpochMilli();
    private static final LetterFilter ALL =
            new LetterFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null);

    @TempDir Path directory;
    private EmbeddedBroker broker;
    private KafkaConfig kafka;
    private DeadLetters letters;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(directory, 0);
        kafka =
                KafkaConfig.embedded(
                        new Settings(Map.of("KAFKA_PARTITIONS", "1")), broker.bootstrapServers());
        try (Admin admin = KafkaClients.admin(kafka, "test-admin")) {
            new Topics(admin, kafka).ensure(Duration.ofSeconds(20));
        }
        letters = new DeadLetters(kafka);
    }

    @AfterEach
    void stop() {
        letters.close();
        broker.close();
    }

    @Test
    void findsLettersByWhatTheySayAndByWhatTheyHold() throws Exception {
        bury("k", article("Herald"), FailureCode.INVALID_ARTICLE, DIED);
        bury("k", article("Ledger"), FailureCode.INVALID_ARTICLE, DIED.plusSeconds(60));
        bury(null, new byte[] {'{', (byte) 0xff}, FailureCode.MALFORMED_JSON, DIED);
        bury("null", null, FailureCode.EMPTY_RECORD, DIED);
        bury("deep", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), null, DIED);
        assertThat(read(ALL)).hasSize(5);
        DeadLetter first = read(ALL).getFirst();
        assertThat(first.position()).isEqualTo(new Position(0, 0));
        assertThat(first.kind()).isEqualTo("invalid");
        assertThat(first.source()).isEqualTo("Herald");
        assertThat(first.title()).isEqualTo("A title");
        assertThat(first.diedAt()).isEqualTo(DIED);
        assertThat(first.ingestedAt().toEpochMilli()).isEqualTo(CAME_IN);
        assertThat(first.origin()).isEqualTo("news_stream-3@7");
        assertThat(first.fields()).contains("\"path\":\"url\"");
        assertThat(codes(only(Set.of("malformed_json"), Set.of()))).containsOnly("malformed_json");
        assertThat(read(only(Set.of(), Set.of("Ledger")))).hasSize(1);
        assertThat(read(new LetterFilter(Set.of(), Set.of(), Set.of(), Set.of(), DIED, null)))
                .hasSize(5);
        assertThat(
                        read(
                                new LetterFilter(
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        DIED.plusSeconds(1),
                                        DIED.plusSeconds(61))))
                .hasSize(1);
        assertThat(
                        read(
                                new LetterFilter(
                                        Set.of(new Position(0, 3)),
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        null,
                                        null)))
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo("empty_record"));
    }

    @Test
    void sendsEachLetterBackOnceWithTheBytesHeadersAndTimeItCameWith() throws Exception {
        byte[] bytes = {'{', (byte) 0xff};
        bury("k", bytes, FailureCode.MALFORMED_JSON, DIED);
        bury(null, null, FailureCode.EMPTY_RECORD, DIED);
        List<Position> told = new ArrayList<>();
        assertThat(
                        letters.replay(
                                only(Set.of("malformed_json"), Set.of()),
                                letter -> told.add(letter.position())))
                .isEqualTo(1);
        assertThat(told).containsExactly(new Position(0, 0));
        ConsumerRecord<byte[], byte[]> back = incoming(1).getFirst();
        Eventually.holds("marked", () -> letters.replayed().equals(Set.of(new Position(0, 0))));
        assertThat(back.key()).isEqualTo("k".getBytes(StandardCharsets.UTF_8));
        assertThat(back.value()).isEqualTo(bytes);
        assertThat(LetterHeaders.text(back.headers(), "trace")).isEqualTo("abc");
        assertThat(LetterHeaders.text(back.headers(), LetterHeaders.CODE)).isNull();
        assertThat(LetterHeaders.ingestedAt(back.headers(), back.timestamp()).toEpochMilli())
                .isEqualTo(CAME_IN);

        assertThat(letters.replay(ALL, _ -> {})).isEqualTo(1);
        assertThat(letters.replay(ALL, _ -> {})).isZero();
        assertThat(incoming(2)).hasSize(2);
        assertThat(read(ALL)).as("marks are no letters").hasSize(2);
    }

    @Test
    void aReplayThatBreaksOffSendsNothingTwice() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            bury("k" + i, article("Herald"), FailureCode.INVALID_ARTICLE, DIED);
        }
        List<Position> told = new ArrayList<>();
        assertThatThrownBy(() ->
                        letters.replay(
                                ALL,
                                letter -> {
                                    told.add(letter.position());
                                    if (told.size() == 700) {
                                        throw new IOException("the terminal went away");
                                    }
                                }))
                .hasMessageContaining("terminal");
        assertThat(incoming(500)).hasSize(500);
        assertThat(letters.replay(ALL, _ -> {})).isEqualTo(700);
        assertThat(incoming(1_200))
                .extracting(one -> new String(one.key(), StandardCharsets.UTF_8))
                .hasSize(1_200)
                .doesNotHaveDuplicates();
    }

    private List<DeadLetter> read(LetterFilter filter) throws IOException {
        List<DeadLetter> all = new ArrayList<>();
        letters.read(filter, all::add);
        return all;
    }

    private List<String> codes(LetterFilter filter) throws IOException {
        return read(filter).stream().map(DeadLetter::code).toList();
    }

    private static LetterFilter only(Set<String> codes, Set<String> sources) {
        return new LetterFilter(Set.of(), Set.of(), codes, sources, null, null);
    }

    private static byte[] article(String source) {
        return "{\"source\":{\"name\":\"%s\"},\"title\":\"A title\"}"
                .formatted(source)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// As the stream does it.
    private void bury(
            @Nullable String key, byte @Nullable [] value, @Nullable FailureCode code, Instant died)
            throws Exception {
        var failure =
                new Failure(
                        code == null ? FailureCode.MALFORMED_JSON : code,
                        "It broke a rule.",
                        List.of(new Fault("url", "is required", null)));
        var received = new RecordHeaders();
        LetterHeaders.add(received, "trace", "abc");
        try (var producer =
                new KafkaProducer<>(
                        KafkaClients.producerProperties(kafka, "test"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    kafka.deadLetterTopic(),
                                    null,
                                    CAME_IN,
                                    key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                                    value,
                                    LetterHeaders.of(
                                            received,
                                            failure,
                                            new LetterHeaders.Origin("news_stream", 3, 7),
                                            died)))
                    .get();
        }
    }

    /// What came in, once it is so much: a commit is visible a little after it is answered.
    private List<ConsumerRecord<byte[], byte[]>> incoming(int records) {
        Eventually.holds("come in", () -> incoming().size() >= records);
        return incoming();
    }

    private List<ConsumerRecord<byte[], byte[]>> incoming() {
        try (var consumer =
                new KafkaConsumer<>(
                        KafkaClients.consumerProperties(kafka, "test-look", "test-look"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var only = List.of(new TopicPartition(kafka.inputTopic(), 0));
            consumer.assign(only);
            consumer.seekToBeginning(only);
            long end = consumer.endOffsets(only).getOrDefault(only.getFirst(), 0L);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (consumer.position(only.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }
}
