package newspulse.api;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the sink holds between reading it from the log and committing it: the articles that could
/// be read, and where to go on afterwards.
final class SinkBatch {
    private static final Logger log = LoggerFactory.getLogger(SinkBatch.class);

    private final List<Arrival> articles = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

    /// Adds what a poll gave. A value that is no analysed article is logged and passed over.
    ///
    /// @return how many of the records were articles
    int add(ConsumerRecords<byte[], byte[]> records) {
        int before = articles.size();
        int unreadable = 0;
        String first = "";
        for (ConsumerRecord<byte[], byte[]> one : records) {
            try {
                articles.add(Arrival.of(one));
            } catch (UnreadableArticleException e) {
                if (unreadable++ == 0) {
                    first =
                            one.topic()
                                    + "-"
                                    + one.partition()
                                    + "@"
                                    + one.offset()
                                    + ": "
                                    + e.getMessage();
                }
            }
        }
        if (unreadable > 0) {
            log.warn(
                    "code=malformed_json passed over {} of {} records, the first {}",
                    unreadable,
                    records.count(),
                    first);
        }
        offsets.putAll(records.nextOffsets());
        return articles.size() - before;
    }

    List<Arrival> articles() {
        return articles;
    }

    /// Where to go on in those partitions that are still ours.
    Map<TopicPartition, OffsetAndMetadata> offsets(Collection<TopicPartition> ours) {
        Map<TopicPartition, OffsetAndMetadata> still = new HashMap<>(offsets);
        still.keySet().retainAll(ours);
        return still;
    }
}
