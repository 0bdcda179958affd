package newspulse.producer.feed;

import newspulse.producer.Source;
import newspulse.producer.SourceEntry;
import newspulse.producer.SourceParts;
import newspulse.producer.SourceSpec;
import newspulse.producer.SourceType;
import newspulse.producer.fulltext.FullText;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// One feed of the list. `publisher` is the source that its articles show: feeds of one publisher
/// that carry the same article share it, so that the article is one. `language` is ISO 639-1.
/// `fullText`: whether the articles' pages are fetched for their texts.
public record FeedSpec(
        String name,
        String publisher,
        URI url,
        @Nullable String category,
        String language,
        boolean enabled,
        Identity identity,
        boolean fullText)
        implements SourceSpec {

    public static final SourceType TYPE =
            new SourceType("feed", Set.of("url", "identity", "full_text"), FeedSpec::read);

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

    /// A feed whose own texts are enough.
    public FeedSpec(
            String name,
            String publisher,
            URI url,
            @Nullable String category,
            String language,
            boolean enabled,
            Identity identity) {
        this(name, publisher, url, category, language, enabled, identity, false);
    }

    private static FeedSpec read(SourceEntry entry) {
        return new FeedSpec(
                entry.name(),
                entry.publisher(),
                entry.url("url"),
                entry.category(),
                entry.language(),
                entry.enabled(),
                entry.oneOf("identity", List.of("guid", "link")).equals("link")
                        ? Identity.LINK
                        : Identity.GUID,
                entry.flag("full_text", false));
    }

    @Override
    public String address() {
        return url.toString();
    }

    @Override
    public Source open(SourceParts parts) {
        FullText whole =
                fullText ? new FullText(parts.downloader(), parts.pages(), parts.sleeper()) : null;
        return new FeedSource(this, parts.downloader(), parts.clock(), whole);
    }
}
