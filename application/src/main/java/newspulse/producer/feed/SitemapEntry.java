package newspulse.producer.feed;

import newspulse.producer.ShortHtml;
import newspulse.producer.WebAddress;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// One `url` of a news sitemap (Google, "News sitemap"; sitemaps.org 0.9).
final class SitemapEntry {
    private final Element url;
    private final FeedContext context;

    SitemapEntry(Element url, FeedContext context) {
        this.url = url;
        this.context = context;
    }

    FeedEntry read(Set<Repair> document) {
        String written = text("loc");
        String link = WebAddress.resolve(context.address(), written);
        String date = text("news:publication_date");
        date = date != null ? date : text("lastmod");
        Instant published = date == null ? null : FeedDates.parse(date, context.usualZone());
        EnumSet<Repair> repairs = EnumSet.noneOf(Repair.class);
        repairs.addAll(document);
        if (published == null) {
            repairs.add(date == null ? Repair.DATE_MISSING : Repair.DATE_UNREADABLE);
        }
        if (link != null && !WebAddress.isAbsolute(written)) {
            repairs.add(Repair.LINK_RELATIVE);
        }
        String title = text("news:title");
        String keywords = text("news:keywords");
        return new FeedEntry(
                link,
                title == null ? null : ShortHtml.escaped(title),
                link,
                null,
                null,
                null,
                keywords == null ? null : ShortHtml.escaped(keywords.split(",", 2)[0].strip()),
                WebAddress.resolve(context.address(), text("image:loc")),
                published,
                repairs);
    }

    private @Nullable String text(String name) {
        for (Element element : url.getAllElements()) {
            if (XmlNames.of(element).equals(name)) {
                String text = XmlText.plain(element).strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }
}
