package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.model.Revision;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class RedisSinkTest {
    private static final TopicPartition PARTITION = new TopicPartition("analysed", 0);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FakeReadModel readModel = new FakeReadModel();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
    private final RedisSink sink =
            new RedisSink(
                    () -> consumer,
                    PARTITION.topic(),
                    readModel,
                    Duration.ofHours(1),
                    new SinkMetrics(registry),
                    InstantSource.fixed(Articles.INGESTED.plusMillis(1_500)),
                    fatal::complete);
    private int offset;

    @AfterEach
    void end() {
        sink.close();
    }

    @Test
    void storesCommitsAndCounts() throws Exception {
        begin();
        arrive(Articles.json("a"), Articles.json("b"), Articles.json("a"));
        Eventually.holds("commit", () -> committed() == 3);
        assertThat(readModel.size()).isEqualTo(2);
        assertThat(count("news_consumed")).isEqualTo(3);
        assertThat(count("news_analyzed")).isEqualTo(3);
        assertThat(count("news_stored")).isEqualTo(2);
        assertThat(refused("same_revision")).isEqualTo(1);
        assertThat(registry.get("news_analysis_duration").timer().mean(TimeUnit.MILLISECONDS))
                .isEqualTo(1_500);
    }

    @Test
    void storesALaterAnalysisAndTimesOnlyTheFirst() throws Exception {
        begin();
        arrive(Articles.json("a"), Articles.json("a", new Revision(1, 2), 0.5, "refined"));
        Eventually.holds("commit", () -> committed() == 2);
        assertThat(count("news_stored")).isEqualTo(2);
        assertThat(registry.get("news_analysis_duration").timer().count()).isEqualTo(1);
    }

    @Test
    void passesOverWhatCannotBeRead() throws Exception {
        begin();
        arrive(
                Articles.json("a"),
                "{nonsense".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                Articles.json("b"));
        Eventually.holds("commit", () -> committed() == 4);
        assertThat(readModel.stored).containsOnlyKeys("a", "b");
        assertThat(refused("unreadable")).isEqualTo(2);
    }

    @Test
    void commitsNothingUntilTheReadModelHasIt() throws Exception {
        readModel.available(false);
        begin();
        arrive(Articles.json("a"));
        Eventually.holds("tried several times", () -> readModel.attempts() > 2);
        assertThat(committed()).isZero();
        assertThat(consumer.paused()).contains(PARTITION);
        assertThat(sink.isRunning()).isTrue();
        readModel.available(true);
        Eventually.holds("commit", () -> committed() == 1);
        arrive(Articles.json("b"));
        Eventually.holds("goes on", () -> committed() == 2);
        assertThat(count("news_consumed")).isEqualTo(2);
        assertThat(count("news_stored")).isEqualTo(2);
    }

    @Test
    void endsDuringAnOutageWithoutCommitting() throws Exception {
        readModel.available(false);
        begin();
        arrive(Articles.json("a"));
        Eventually.holds("tried", () -> readModel.attempts() > 0);
        sink.close();
        assertThat(sink.isRunning()).isFalse();
        assertThat(readModel.isClosed()).isTrue();
        assertThat(fatal).isNotDone();
    }

    @Test
    void reportsABugThatEndsIt() throws Exception {
        begin();
        consumer.setPollException(new KafkaException("broken"));
        assertThat(fatal.get(10, TimeUnit.SECONDS)).hasMessage("broken");
        Eventually.holds("ended", () -> !sink.isRunning());
    }

    private void begin() throws Exception {
        sink.start();
        Eventually.holds("subscribed", () -> !consumer.subscription().isEmpty());
        var assigned = new CompletableFuture<@Nullable Void>();
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
            assigned.complete(null);
        });
        assigned.get(10, TimeUnit.SECONDS);
    }

    private void arrive(byte[]... values) {
        consumer.schedulePollTask(() -> {
            for (byte[] value : values) {
                consumer.addRecord(
                        new ConsumerRecord<>(
                                PARTITION.topic(),
                                0,
                                offset++,
                                Articles.INGESTED.toEpochMilli(),
                                TimestampType.CREATE_TIME,
                                0,
                                0,
                                new byte[0],
                                value,
                                new RecordHeaders(),
                                Optional.empty()));
            }
        });
    }

    private long committed() {
        OffsetAndMetadata committed = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return committed == null ? 0 : committed.offset();
    }

    private double count(String counter) {
        return registry.counter(counter).count();
    }

    private double refused(String reason) {
        return registry.counter("read_model_refused", "reason", reason).count();
    }
}
