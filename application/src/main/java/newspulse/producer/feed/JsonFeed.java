package newspulse.producer.feed;

import newspulse.producer.ShortHtml;
import newspulse.producer.WebAddress;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
final class JsonFeed {
    private JsonFeed() {}

    static FeedReading read(String text, FeedContext context, Set<Repair> repairs) {
        JsonNode feed;
        try {
            feed = Json.mapper().readTree(text);
        } catch (JacksonException e) {
            return new FeedReading.NotAFeed("it is no valid JSON: " + e.getOriginalMessage());
        }
        JsonNode items = feed.path("items");
        if (!items.isArray()) {
            return new FeedReading.NotAFeed("it is JSON without items");
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : items) {
            if (entries.size() == FeedReader.MAX_ENTRIES) {
                break;
            }
            entries.add(entry(item, context, repairs));
        }
        String version = text(feed, "version");
        boolean told =
                version != null && version.matches("https?://jsonfeed\\.org/version/[\\d.]{1,5}");
        String format =
                told && version != null
                        ? "JSON Feed " + version.substring(version.lastIndexOf('/') + 1)
                        : "JSON Feed";
        return new FeedReading.Feed(format, head(feed, context), Duration.ZERO, entries, repairs);
    }

    private static FeedEntry head(JsonNode feed, FeedContext context) {
        return new FeedEntry(
                text(feed, "feed_url"),
                escaped(text(feed, "title")),
                address(context, feed, "home_page_url"),
                escaped(text(feed, "description")),
                null,
                escaped(author(feed)),
                null,
                address(context, feed, "icon", "favicon"),
                null,
                Set.of());
    }

    private static FeedEntry entry(JsonNode item, FeedContext context, Set<Repair> document) {
        String html = text(item, "content_html");
        String link = address(context, item, "url", "external_url", "id");
        Instant published = published(item, context);
        EnumSet<Repair> repairs = EnumSet.noneOf(Repair.class);
        repairs.addAll(document);
        if (published == null) {
            boolean dated = item.has("date_published") || item.has("date_modified");
            repairs.add(dated ? Repair.DATE_UNREADABLE : Repair.DATE_MISSING);
        }
        if (link != null && text(item, "url") == null && text(item, "external_url") == null) {
            repairs.add(Repair.LINK_FROM_ID);
        } else if (link != null
                && !WebAddress.isAbsolute(text(item, "url"))
                && !WebAddress.isAbsolute(text(item, "external_url"))) {
            repairs.add(Repair.LINK_RELATIVE);
        }
        return new FeedEntry(
                id(item),
                escaped(text(item, "title")),
                link,
                escaped(text(item, "summary")),
                html != null ? html : escaped(text(item, "content_text")),
                escaped(author(item)),
                escaped(string(item.path("tags").path(0))),
                address(context, item, "image", "banner_image"),
                published,
                repairs);
    }

    /// Version 1 asks readers to take a number for a text.
    private static @Nullable String id(JsonNode item) {
        JsonNode id = item.path("id");
        String text = id.isNumber() ? id.asString() : string(id);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant published(JsonNode item, FeedContext context) {
        String date = text(item, "date_published");
        date = date != null ? date : text(item, "date_modified");
        return date == null ? null : FeedDates.parse(date, context.usualZone());
    }

    private static @Nullable String author(JsonNode item) {
        String name = text(item.path("authors").path(0), "name");
        return name != null ? name : text(item.path("author"), "name");
    }

    private static @Nullable String address(FeedContext context, JsonNode item, String... names) {
        for (String name : names) {
            String address = WebAddress.resolve(context.address(), text(item, name));
            // An id is an address only where it is a whole one.
            if (address != null && (!name.equals("id") || address.equals(text(item, name)))) {
                return address;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return string(node.path(name));
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : ShortHtml.escaped(text);
    }
}
