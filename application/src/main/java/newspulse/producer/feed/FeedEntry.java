package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One entry of a feed. Texts are HTML, addresses absolute http(s) ones.
record FeedEntry(
        @Nullable String title,
        @Nullable String link,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String author,
        @Nullable String category,
        @Nullable String image,
        @Nullable Instant published) {}
