package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class LiveFeedTest {
    private static final String TOPIC = "analysed";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LiveMetrics metrics = new LiveMetrics(registry);
    private final LiveHub hub = new LiveHub(metrics);
    private final ManualClock clock = new ManualClock();
    private final FakeLink link = new FakeLink();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("latest");
    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
    private final LiveFeed feed =
            new LiveFeed(() -> consumer, TOPIC, hub, metrics, clock, fatal::complete);
    private final Map<Integer, Long> offsets = new HashMap<>();

    @BeforeEach
    void join() {
        link.takeAll();
        hub.join(new LiveClient(link, Configs.live(1, 1_000, 1 << 20), metrics));
    }

    @AfterEach
    void end() {
        feed.close();
        assertThat(fatal).isNotDone();
    }

    @Test
    void publishesWhatIsThereInTheOrderOfIngestionAcrossPartitions() throws Exception {
        partitions(2);
        ends(0, 2);
        ends(1, 2);
        consumer.schedulePollTask(() -> {
            add(0, "a1", 10);
            add(0, "a3", 30);
            add(1, "a2", 20);
            add(1, "a4", 40);
        });
        feed.start();
        Eventually.holds("caught up", feed::isCaughtUp);
        assertThat(ids()).containsExactly("a1", "a2", "a3", "a4");
    }

    @Test
    void passesOverWhatCannotBeReadAndCountsIt() throws Exception {
        partitions(1);
        ends(0, 0);
        feed.start();
        Eventually.holds("caught up", feed::isCaughtUp);
        consumer.schedulePollTask(() -> {
            add(0, "nonsense".getBytes(StandardCharsets.UTF_8), 1);
            add(0, "a1", 2);
        });
        Eventually.holds("published", () -> ids().contains("a1"));
        assertThat(registry.counter("live_feed_skipped").count()).isEqualTo(1);
    }

    @Test
    void waitsForATopicThatIsStillToCome() throws Exception {
        feed.start();
        Eventually.holds("running", feed::isRunning);
        partitions(1);
        ends(0, 0);
        Eventually.holds("caught up", feed::isCaughtUp);
    }

    @Test
    void readsNewPartitionsFromTheirBeginning() throws Exception {
        partitions(1);
        ends(0, 0);
        feed.start();
        Eventually.holds("caught up", feed::isCaughtUp);
        partitions(2);
        ends(1, 5);
        clock.advance(Duration.ofMinutes(1));
        TopicPartition added = new TopicPartition(TOPIC, 1);
        Eventually.holds("adopted", () -> assigned(added));
        consumer.schedulePollTask(() -> add(1, "b1", 1));
        Eventually.holds("published", () -> ids().contains("b1"));
    }

    private boolean assigned(TopicPartition partition) {
        var seen = new CompletableFuture<Boolean>();
        consumer.schedulePollTask(() -> seen.complete(consumer.assignment().contains(partition)));
        return seen.join();
    }

    private void partitions(int count) {
        List<PartitionInfo> infos =
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new PartitionInfo(
                                        TOPIC, i, Node.noNode(), new Node[0], new Node[0]))
                        .toList();
        consumer.updatePartitions(TOPIC, infos);
    }

    private void ends(int partition, long end) {
        consumer.updateBeginningOffsets(
                Collections.singletonMap(new TopicPartition(TOPIC, partition), 0L));
        consumer.updateEndOffsets(
                Collections.singletonMap(new TopicPartition(TOPIC, partition), end));
    }

    private void add(int partition, String id, long timestamp) {
        add(partition, Articles.json(id), timestamp);
    }

    private void add(int partition, byte[] value, long timestamp) {
        long offset = offsets.merge(partition, 1L, Long::sum) - 1;
        consumer.addRecord(
                new ConsumerRecord<>(
                        TOPIC,
                        partition,
                        offset,
                        timestamp,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        new byte[0],
                        value,
                        new RecordHeaders(),
                        Optional.empty()));
    }

    /// The ids that the client was told of one by one.
    private List<String> ids() {
        return link.texts().stream()
                .filter(text -> text.contains("new_analysis"))
                .map(text -> text.replaceAll(".*?\"id\":\"(\\w+)\".*", "$1"))
                .toList();
    }
}
