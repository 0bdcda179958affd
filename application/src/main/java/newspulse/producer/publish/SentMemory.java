package newspulse.producer.publish;

import newspulse.intake.ContentHash;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the broker has acknowledged, shared by all replicas and kept over restarts. It spares the
/// stream most duplicates and may forget: the stream decides.
interface SentMemory {
    /// An article that was sent, or is about to be.
    record Item(String id, ContentHash content) {}

    /// What was last sent under each id, in order; null where nothing is remembered.
    List<@Nullable ContentHash> recall(List<String> ids);

    /// Remembers the items for another seven days.
    void remember(List<Item> items);
}
