package newspulse.refiner;

import newspulse.model.AnalyzedArticle;
import newspulse.model.Revision;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// One article that is to be refined, and how far that has come. What can change is guarded by
/// [Calls].
final class Work {
    private final AnalyzedArticle article;
    private final ConsumerRecord<byte[], byte[]> source;
    private final PartitionOffsets offsets;
    State state = State.WAITING;
    @Nullable Thread thread;

    Work(AnalyzedArticle article, ConsumerRecord<byte[], byte[]> source, PartitionOffsets offsets) {
        this.article = article;
        this.source = source;
        this.offsets = offsets;
    }

    enum State {
        /// For its turn.
        WAITING,
        /// Somebody outside is being asked.
        CALLING,
        /// Its answer is on the way to the topic.
        PUBLISHING,
        /// Something newer came, or its partition is no longer ours: its answer is of no use.
        DROPPED
    }

    AnalyzedArticle article() {
        return article;
    }

    String id() {
        return article.article().id();
    }

    Revision revision() {
        return article.revision();
    }

    /// Where the article was read; its answer goes to the same partition under the same key.
    ConsumerRecord<byte[], byte[]> source() {
        return source;
    }

    PartitionOffsets offsets() {
        return offsets;
    }

    /// What it takes to keep it, in bytes.
    int weight() {
        return Math.max(0, source.serializedValueSize());
    }

    void finish() {
        offsets.finish(source.offset());
    }
}
