package newspulse.refiner;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The partitions that are ours, and how far each has come. Work on a partition begins once it is
/// known what an earlier owner finished: from its last commit, and then from a [LookAhead]. All of
/// it runs on the consumer's thread.
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(Assignment.class);
    static final int POLLED_AT_ONCE = 500;
    private static final long COMMIT_EVERY = Duration.ofMillis(200).toNanos();
    private static final Duration ASK = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Calls calls;
    private final Duration toFinish;
    private final Map<TopicPartition, PartitionOffsets> ours = new HashMap<>();
    private final Map<TopicPartition, LookAhead> ahead = new HashMap<>();
    private final Set<TopicPartition> fresh = new HashSet<>();
    private long lastCommit = System.nanoTime();

    /// Nothing is ours yet.
    ///
    /// @param toFinish what is out when a partition goes has so long to end
    Assignment(Consumer<byte[], byte[]> consumer, Calls calls, Duration toFinish) {
        this.consumer = consumer;
        this.calls = calls;
        this.toFinish = toFinish;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        fresh.addAll(partitions);
        consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        fresh.removeAll(partitions);
        try {
            giveUp(partitions);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /// Somebody else has them already, so nothing of them may be committed.
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        fresh.removeAll(partitions);
        try {
            calls.abandon(remove(partitions).values(), Duration.ZERO);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /// The partition that a record is work of; empty when it was only to be looked at, or belongs
    /// to nobody here.
    Optional<PartitionOffsets> toWorkOn(ConsumerRecord<?, ?> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        LookAhead look = ahead.get(partition);
        if (look != null) {
            look.see(record);
            return Optional.empty();
        }
        return Optional.ofNullable(ours.get(partition));
    }

    /// Lets each partition be read that may be.
    ///
    /// @return whether any is
    boolean steer() {
        takeUp();
        endLooks();
        boolean room = calls.hasRoom();
        Set<TopicPartition> read = new HashSet<>(ahead.keySet());
        ours.forEach((partition, offsets) -> {
            if (room && offsets.hasRoomFor(POLLED_AT_ONCE)) {
                read.add(partition);
            }
        });
        Set<TopicPartition> paused = consumer.paused();
        Set<TopicPartition> wait = new HashSet<>(ours.keySet());
        wait.removeAll(read);
        wait.removeAll(paused);
        consumer.pause(wait);
        consumer.resume(read.stream().filter(paused::contains).toList());
        return !read.isEmpty() || ours.isEmpty();
    }

    private void endLooks() {
        ahead.entrySet()
                .removeIf(one -> {
                    LookAhead look = one.getValue();
                    boolean over = hasReached(one.getKey(), look.end());
                    if (over) {
                        consumer.seek(one.getKey(), look.from());
                        ours.put(one.getKey(), look.offsets());
                    }
                    return over;
                });
    }

    private boolean hasReached(TopicPartition partition, long end) {
        try {
            return consumer.position(partition, ASK) >= end;
        } catch (RetriableException _) {
            return false;
        }
    }

    long watermarkLag() {
        return ours.values().stream().mapToLong(PartitionOffsets::watermarkLag).sum();
    }

    /// Commits without waiting; what fails is committed the next time.
    void commitWhenDue() {
        if (System.nanoTime() - lastCommit < COMMIT_EVERY) {
            return;
        }
        lastCommit = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> due = uncommitted(ours);
        if (!due.isEmpty()) {
            consumer.commitAsync(
                    due,
                    (done, failure) -> {
                        if (failure == null) {
                            committed(done);
                        } else {
                            log.info("cannot commit, the next commit will: {}", failure.toString());
                        }
                    });
        }
    }

    void giveUpAll() throws InterruptedException {
        giveUp(List.copyOf(ours.keySet()));
    }

    private void giveUp(Collection<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, PartitionOffsets> gone = remove(partitions);
        calls.abandon(gone.values(), toFinish);
        Map<TopicPartition, OffsetAndMetadata> due = uncommitted(gone);
        if (due.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(due, ASK);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            log.info("partitions moved before the commit; work is done again: {}", e.getMessage());
        } catch (RetriableException e) {
            log.warn(
                    "code=dependency_unavailable cannot commit; work is done again: {}",
                    e.getMessage());
        }
    }

    /// Learns what was finished of partitions that came to us; those stay paused that we cannot
    /// learn it of yet.
    private void takeUp() {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(Set.copyOf(fresh), ASK);
            Map<TopicPartition, Long> ends = consumer.endOffsets(Set.copyOf(fresh), ASK);
            for (TopicPartition partition : List.copyOf(fresh)) {
                var look =
                        new LookAhead(
                                new PartitionOffsets(committed.get(partition)),
                                consumer.position(partition, ASK),
                                ends.getOrDefault(partition, 0L));
                ahead.put(partition, look);
                fresh.remove(partition);
            }
        } catch (RetriableException e) {
            log.info("partitions wait to be taken up: {}", e.toString());
        }
    }

    private Map<TopicPartition, PartitionOffsets> remove(Collection<TopicPartition> partitions) {
        Map<TopicPartition, PartitionOffsets> removed = new HashMap<>();
        for (TopicPartition partition : partitions) {
            ahead.remove(partition);
            PartitionOffsets offsets = ours.remove(partition);
            if (offsets != null) {
                removed.put(partition, offsets);
            }
        }
        return removed;
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> done) {
        done.forEach((partition, offset) -> {
            PartitionOffsets offsets = ours.get(partition);
            if (offsets != null) {
                offsets.committed(offset);
            }
        });
    }

    private static Map<TopicPartition, OffsetAndMetadata> uncommitted(
            Map<TopicPartition, PartitionOffsets> partitions) {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
        partitions.forEach((partition, offsets) ->
                offsets.uncommitted().ifPresent(offset -> due.put(partition, offset)));
        return due;
    }
}
