package newspulse.producer.feed;

import newspulse.intake.ArticleDraft;
import newspulse.intake.ArticleIds;
import newspulse.model.Article;
import newspulse.model.Ingest;
import newspulse.producer.ShortHtml;
import newspulse.producer.catalog.FeedSpec;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/// From a feed's entry to an article's draft, its texts shortened to the limits. The id is derived
/// from the source and a GUID that [Identity] trusts, else left to the outbox, which derives it
/// from source and canonical address.
final class FeedDrafts {
    /// How much of a description stands in for a title that is missing or too short.
    private static final int TITLE_FROM_TEXT = 120;

    private static final Pattern MARKUP = Pattern.compile("</?\\p{Alpha}[^<>]{0,200}>");

    private final FeedSpec feed;
    private final FirstSeen firstSeen = new FirstSeen();
    private final Identity identity;

    FeedDrafts(FeedSpec feed) {
        this.feed = feed;
        this.identity = new Identity(feed.identity());
    }

    /// The entries of one document, each with the identifier to go by, or none.
    List<FeedEntry> identified(List<FeedEntry> entries) {
        return identity.of(entries);
    }

    /// The draft, or null for an entry without address or without text enough for a title: it would
    /// be refused at every fetch anew.
    @Nullable ArticleDraft draft(FeedEntry entry, Instant now) {
        String link = entry.link();
        String text = entry.summary() != null ? entry.summary() : entry.content();
        String written = ShortHtml.within(Article.MAX_TITLE, entry.title());
        String title = longEnough(written, text);
        if (link == null || title == null) {
            return null;
        }
        Instant published = entry.published();
        published = published != null ? published : firstSeen.of(link, now);
        EnumSet<Repair> found = EnumSet.noneOf(Repair.class);
        if (!title.equals(written)) {
            found.add(Repair.TITLE_FROM_TEXT);
        }
        if (holdsMarkup(written)) {
            found.add(Repair.TITLE_MARKUP);
        }
        return new ArticleDraft(
                entry.id() == null ? null : ArticleIds.of(feed.publisher(), entry.id()),
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
                false,
                new Ingest(entry.joined(found).stream().map(Repair::label).sorted().toList()));
    }

    private static boolean holdsMarkup(@Nullable String title) {
        return title != null && MARKUP.matcher(title).find();
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
