package newspulse.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// How many records a consumer group has still to read, as the brokers see it, whoever its members
/// are. Where the group has committed nothing, all that the log holds is still to be read.
public final class GroupLag {
    private final Admin admin;
    private final String group;
    private final List<String> topics;
    private volatile OptionalLong lag = OptionalLong.empty();

    public GroupLag(Admin admin, String group, Collection<String> topics) {
        this.admin = admin;
        this.group = group;
        this.topics = List.copyOf(topics);
    }

    /// What the last refresh found; empty while the brokers cannot tell.
    public OptionalLong lag() {
        return lag;
    }

    /// Asks the brokers; waits no longer than the admin client's own timeout for each of three
    /// questions.
    public OptionalLong refresh() throws InterruptedException {
        try {
            lag = OptionalLong.of(read());
        } catch (ExecutionException _) {
            lag = OptionalLong.empty();
        }
        return lag;
    }

    private long read() throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = Partitions.of(admin, topics);
        Map<TopicPartition, OffsetAndMetadata> committed = committed(partitions);
        Map<TopicPartition, Long> beginnings = offsets(partitions, OffsetSpec.earliest());
        long total = 0;
        for (Map.Entry<TopicPartition, Long> end :
                offsets(partitions, OffsetSpec.latest()).entrySet()) {
            long beginning = beginnings.getOrDefault(end.getKey(), 0L);
            OffsetAndMetadata offset = committed.get(end.getKey());
            long read = offset == null ? beginning : Math.max(beginning, offset.offset());
            total += Math.max(0, end.getValue() - read);
        }
        return total;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        ListConsumerGroupOffsetsSpec spec =
                new ListConsumerGroupOffsetsSpec().topicPartitions(partitions);
        return admin.listConsumerGroupOffsets(
                        Map.of(group, spec), new ListConsumerGroupOffsetsOptions())
                .partitionsToOffsetAndMetadata(group)
                .get();
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(question)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
