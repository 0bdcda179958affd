package newspulse.api;

import newspulse.kafka.Loop;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Follows the analysed topic, all of it and on its own, for the live clients of this process. It
/// begins a little before the end, so that a client that comes right after the start sees
/// something, and needs nothing but the log: an outage of Redis does not touch it.
final class LiveFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    /// How many records to begin with. Commit markers of transactions take offsets, too, so it is
    /// twice as many as are wanted.
    private static final int LOOK_BACK = 200;

    private static final int MIN_LOOK_BACK = 20;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CATCH_UP = Duration.ofSeconds(5);
    private static final Duration PARTITION_CHECK = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final LiveHub hub;
    private final LiveMetrics metrics;
    private final InstantSource clock;
    private final Loop loop;
    private volatile boolean caughtUp;

    /// Prepares the feed; it begins with [#start].
    ///
    /// @param consumers gives a consumer without a group
    LiveFeed(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            LiveHub hub,
            LiveMetrics metrics,
            InstantSource clock,
            java.util.function.Consumer<Throwable> onFatal) {
        this.consumers = consumers;
        this.topic = topic;
        this.hub = hub;
        this.metrics = metrics;
        this.clock = clock;
        this.loop = new Loop("live-feed", this::run, onFatal);
    }

    void start() {
        loop.start();
    }

    boolean isRunning() {
        return loop.isRunning();
    }

    /// Whether what was there at the start has been read, and what comes is passed on as it comes.
    boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {
        loop.end(END);
    }

    private void run(Loop running) throws InterruptedException {
        Consumer<byte[], byte[]> consumer = consumers.get();
        try {
            while (running.goesOn() && !begin(consumer)) {
                Thread.sleep(RETRY);
            }
            Instant nextCheck = clock.instant().plus(PARTITION_CHECK);
            while (running.goesOn()) {
                read(consumer).forEach(hub::publish);
                if (clock.instant().isAfter(nextCheck)) {
                    nextCheck = clock.instant().plus(PARTITION_CHECK);
                    adoptNewPartitions(consumer);
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(END));
        }
    }

    /// Takes all partitions and publishes what they end with, in the order of ingestion.
    ///
    /// @return false when the log cannot tell yet where it ends
    private boolean begin(Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Long> ends;
        try {
            Set<TopicPartition> partitions = partitions(consumer);
            if (partitions.isEmpty()) {
                return false;
            }
            consumer.assign(partitions);
            ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            int each = Math.max(MIN_LOOK_BACK, LOOK_BACK / partitions.size());
            ends.forEach((partition, end) ->
                    consumer.seek(
                            partition,
                            Math.max(beginnings.getOrDefault(partition, 0L), end - each)));
        } catch (RetriableException e) {
            log.info(
                    "code=dependency_unavailable the live feed waits for {}: {}",
                    topic,
                    e.getMessage());
            return false;
        }
        List<Arrival> last = new ArrayList<>();
        Instant deadline = clock.instant().plus(CATCH_UP);
        while (loop.goesOn() && isBehind(consumer, ends) && clock.instant().isBefore(deadline)) {
            last.addAll(read(consumer));
        }
        last.sort(Comparator.comparingLong(Arrival::ingestedAt));
        last.forEach(hub::publish);
        caughtUp = true;
        return true;
    }

    private static boolean isBehind(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private List<Arrival> read(Consumer<byte[], byte[]> consumer) {
        List<Arrival> articles = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
            try {
                articles.add(Arrival.of(one));
            } catch (UnreadableArticleException _) {
                // The sink, which reads the same, says so; here it is only counted.
                metrics.skipped();
            }
        }
        return articles;
    }

    /// A topic can grow partitions; everything in a new one is news.
    private void adoptNewPartitions(Consumer<byte[], byte[]> consumer) {
        try {
            Set<TopicPartition> all = partitions(consumer);
            all.addAll(consumer.assignment());
            Set<TopicPartition> added = new HashSet<>(all);
            added.removeAll(consumer.assignment());
            if (!added.isEmpty()) {
                consumer.assign(all);
                consumer.seekToBeginning(added);
            }
        } catch (RetriableException e) {
            log.debug("partitions of {} not looked up: {}", topic, e.getMessage());
        }
    }

    private Set<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (PartitionInfo one : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, one.partition()));
        }
        return partitions;
    }
}
