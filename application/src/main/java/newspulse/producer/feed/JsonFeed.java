package newspulse.producer.feed;

import newspulse.producer.ShortHtml;
import newspulse.producer.WebAddress;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
final class JsonFeed {
    private JsonFeed() {}

    static FeedReading read(String text, FeedContext context) {
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
            entries.add(entry(item, context));
        }
        return new FeedReading.Feed(entries);
    }

    private static FeedEntry entry(JsonNode item, FeedContext context) {
        String html = text(item, "content_html");
        return new FeedEntry(
                escaped(text(item, "title")),
                address(context, item, "url", "external_url", "id"),
                escaped(text(item, "summary")),
                html != null ? html : escaped(text(item, "content_text")),
                escaped(author(item)),
                escaped(string(item.path("tags").path(0))),
                address(context, item, "image", "banner_image"),
                published(item, context));
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
