package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// One entry of a feed. Texts are HTML, addresses absolute http(s) ones; `id` is the publisher's
/// own identifier as it is written, trimmed.
record FeedEntry(
        @Nullable String id,
        @Nullable String title,
        @Nullable String link,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String author,
        @Nullable String category,
        @Nullable String image,
        @Nullable Instant published,
        Set<Repair> repairs) {

    FeedEntry {
        repairs = Set.copyOf(repairs);
    }

    /// The same under another identifier, with more that was mended.
    FeedEntry under(@Nullable String otherId, Set<Repair> more) {
        return new FeedEntry(
                otherId,
                title,
                link,
                summary,
                content,
                author,
                category,
                image,
                published,
                joined(more));
    }

    /// What was mended, and more.
    Set<Repair> joined(Set<Repair> more) {
        EnumSet<Repair> all = EnumSet.noneOf(Repair.class);
        all.addAll(repairs);
        all.addAll(more);
        return all;
    }
}
