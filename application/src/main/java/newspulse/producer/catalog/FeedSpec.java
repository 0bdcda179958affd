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
        boolean enabled,
        Identity identity) {

    /// What makes an article of the feed the same one as before.
    public enum Identity {
        /// Its GUID where that can be trusted, else its address.
        GUID,
        /// Its address alone: for feeds whose GUIDs lie.
        LINK
    }

    /// A feed whose GUIDs are trusted as far as they deserve it.
    public FeedSpec(
            String name,
            String publisher,
            URI url,
            @Nullable String category,
            String language,
            boolean enabled) {
        this(name, publisher, url, category, language, enabled, Identity.GUID);
    }
}
