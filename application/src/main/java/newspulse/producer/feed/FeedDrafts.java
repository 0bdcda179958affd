package newspulse.producer.feed;

import newspulse.intake.ArticleDraft;
import newspulse.model.Article;
import newspulse.producer.ShortHtml;
import newspulse.producer.catalog.FeedSpec;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// From a feed's entry to an article's draft, its texts shortened to the limits. The id is left to
/// the outbox, which derives it from source and canonical address: even an honest GUID differs
/// between two feeds of one publisher that carry the same article, its address does not.
final class FeedDrafts {
    /// How much of a description stands in for a title that is missing or too short.
    private static final int TITLE_FROM_TEXT = 120;

    private final FeedSpec feed;
    private final FirstSeen firstSeen = new FirstSeen();

    FeedDrafts(FeedSpec feed) {
        this.feed = feed;
    }

    /// The draft, or null for an entry without address or without text enough for a title: it would
    /// be refused at every fetch anew.
    @Nullable ArticleDraft draft(FeedEntry entry, Instant now) {
        String link = entry.link();
        String text = entry.summary() != null ? entry.summary() : entry.content();
        String title = ShortHtml.within(Article.MAX_TITLE, entry.title());
        title = longEnough(title, text);
        if (link == null || title == null) {
            return null;
        }
        Instant published = entry.published();
        published = published != null ? published : firstSeen.of(link, now);
        return new ArticleDraft(
                null,
                null,
                feed.publisher(),
                title,
                ShortHtml.within(Article.MAX_DESCRIPTION, entry.summary()),
                content(entry),
                ShortHtml.within(Article.MAX_AUTHOR, entry.author()),
                link,
                entry.image(),
                published.toString(),
                category(entry),
                false);
    }

    /// Some feeds put the whole article into the description.
    private static @Nullable String content(FeedEntry entry) {
        String summary = entry.summary();
        boolean whole = summary != null && summary.length() > Article.MAX_DESCRIPTION;
        String content = entry.content() == null && whole ? summary : entry.content();
        return ShortHtml.within(Article.MAX_CONTENT, content);
    }

    private @Nullable String category(FeedEntry entry) {
        return feed.category() != null
                ? feed.category()
                : ShortHtml.within(Article.MAX_CATEGORY, entry.category());
    }

    /// A title that is missing or too short takes the beginning of the text along.
    private static @Nullable String longEnough(@Nullable String title, @Nullable String html) {
        if (title != null && title.length() >= Article.MIN_TITLE) {
            return title;
        }
        String start = html == null ? null : ShortHtml.within(TITLE_FROM_TEXT, html);
        String longer = title == null || start == null ? start : title + " - " + start;
        return longer == null || longer.length() < Article.MIN_TITLE ? null : longer;
    }
}
