package newspulse.producer.catalog;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// One feed of the list. `publisher` is the source that its articles show: feeds of one publisher
/// that carry the same article share it, so that the article is one. `language` is ISO 639-1.
public record FeedSpec(
        String name,
        String publisher,
        URI url,
        @Nullable String category,
        String language,
        boolean enabled) {}
