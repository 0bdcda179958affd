package newspulse.api;

import newspulse.kafka.Loop;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Brings the analysed topic into the read model. An offset is committed only once the read model
/// has what stands before it, so nothing is lost; what is read twice is refused there, so nothing
/// is doubled. While the read model is out of reach the sink keeps its place in the group and tries
/// the same articles again.
final class RedisSink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RedisSink.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LAST_BACKOFF = Duration.ofSeconds(2);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final ReadModel readModel;
    private final Duration sweepInterval;
    private final SinkMetrics metrics;
    private final InstantSource clock;
    private final Loop loop;
    private volatile boolean inOutage;
    private Instant nextSweep = Instant.MIN;

    /// Prepares the sink; it begins with [#start].
    ///
    /// @param consumers gives a consumer in the sink's group that does not commit by itself
    /// @param readModel used by the sink's thread only, and closed by it
    RedisSink(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            ReadModel readModel,
            Duration sweepInterval,
            SinkMetrics metrics,
            InstantSource clock,
            java.util.function.Consumer<Throwable> onFatal) {
        this.consumers = consumers;
        this.topic = topic;
        this.readModel = readModel;
        this.sweepInterval = sweepInterval;
        this.metrics = metrics;
        this.clock = clock;
        this.loop = new Loop("redis-sink", this::run, onFatal);
    }

    void start() {
        loop.start();
    }

    boolean isRunning() {
        return loop.isRunning();
    }

    /// Stores and commits what is in hand, then leaves the group.
    @Override
    public void close() {
        loop.end(END);
    }

    private void run(Loop running) throws InterruptedException {
        Consumer<byte[], byte[]> consumer = consumers.get();
        try (readModel) {
            consumer.subscribe(List.of(topic), new PauseDuringOutage(consumer));
            while (running.goesOn()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    SinkBatch batch = new SinkBatch();
                    add(batch, records);
                    if (storeInTheEnd(consumer, batch)) {
                        commit(consumer, batch.offsets(consumer.assignment()));
                    }
                }
                sweepWhenDue();
            }
        } finally {
            consumer.close(CloseOptions.timeout(LEAVE));
        }
    }

    private void add(SinkBatch batch, ConsumerRecords<byte[], byte[]> records) {
        metrics.consumed(records.count(), batch.add(records));
    }

    /// Tries until it is done.
    ///
    /// @return false when we have to end before; the articles will be read again
    private boolean storeInTheEnd(Consumer<byte[], byte[]> consumer, SinkBatch batch)
            throws InterruptedException {
        Duration backoff = FIRST_BACKOFF;
        Instant since = clock.instant();
        while (!store(batch)) {
            if (!inOutage) {
                inOutage = true;
                consumer.pause(consumer.assignment());
            }
            if (!loop.goesOn()) {
                return false;
            }
            // Polling keeps our place in the group. Everything is paused, so it gives nothing,
            // and it takes as long as it is told to.
            ConsumerRecords<byte[], byte[]> more = consumer.poll(backoff);
            if (!more.isEmpty()) {
                add(batch, more);
            }
            backoff = min(backoff.multipliedBy(2), LAST_BACKOFF);
        }
        if (inOutage) {
            inOutage = false;
            consumer.resume(consumer.paused());
            log.info(
                    "the read model takes articles again after {} ms",
                    Duration.between(since, clock.instant()).toMillis());
        }
        return true;
    }

    private boolean store(SinkBatch batch) throws InterruptedException {
        try {
            List<Outcome> outcomes = readModel.store(batch.articles());
            metrics.stored(batch.articles(), outcomes, clock.millis());
            return true;
        } catch (ReadModelUnavailableException e) {
            if (!inOutage) {
                log.warn(
                        "code=dependency_unavailable the read model takes no articles, {} wait: {}",
                        batch.articles().size(),
                        e.getMessage());
            }
            return false;
        }
    }

    private static void commit(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets, COMMIT);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            log.info(
                    "partitions moved before the commit; what was stored is read again: {}",
                    e.getMessage());
        } catch (RetriableException e) {
            log.warn(
                    "code=dependency_unavailable cannot commit, the next commit will: {}",
                    e.getMessage());
        }
    }

    private void sweepWhenDue() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(sweepInterval);
        try {
            readModel.sweep();
        } catch (ReadModelUnavailableException e) {
            log.debug("swept nothing: {}", e.getMessage());
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Partitions that come to us during an outage wait, too.
    private final class PauseDuringOutage implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        PauseDuringOutage(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (inOutage) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What is stored is committed; what is in hand goes to whoever has the partition next.
        }
    }
}
