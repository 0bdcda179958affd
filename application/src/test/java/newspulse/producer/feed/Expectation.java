package newspulse.producer.feed;

import newspulse.producer.ShortHtml;
import newspulse.producer.WebAddress;
import newspulse.wire.Json;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What another reader's tests expect of a title, link, date or identifier: of an entry by its
/// index, or of the feed itself (-1).
record Expectation(int entry, Kind kind, String value) {
    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?:entries\\[(\\d+)\\]|feed)((?:\\[u?['\"]\\w+['\"]\\]|\\.\\w+)+)\\s*==\\s*(?:u?('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|\\(([\\d, ]+)\\))");

    enum Kind {
        TITLE,
        LINK,
        DATE,
        ID
    }

    /// Those in a document of feedparser: a comment holds an expression in Python.
    static List<Expectation> ofFeedparser(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1).replace("\0", "");
        int from = text.indexOf("Expect:");
        int to = text.indexOf("-->", Math.max(from, 0));
        List<Expectation> found = new ArrayList<>();
        if (from < 0 || to < 0) {
            return found;
        }
        String raw = text.substring(from, to);
        String expression =
                new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        Matcher matcher = PYTHON.matcher(expression);
        while (matcher.find()) {
            int entry = matcher.group(1) == null ? -1 : Integer.parseInt(matcher.group(1));
            Kind kind =
                    kind(matcher.group(2).replaceAll("[^\\w]+", ".").replaceAll("^\\.|\\.$", ""));
            if (kind == Kind.DATE && matcher.group(4) != null) {
                found.add(new Expectation(entry, kind, moment(matcher.group(4))));
            } else if (kind != null && kind != Kind.DATE && matcher.group(3) != null) {
                found.add(new Expectation(entry, kind, literal(matcher.group(3))));
            }
        }
        return found;
    }

    private static @Nullable Kind kind(String field) {
        return switch (field) {
            case "title", "title_detail.value" -> Kind.TITLE;
            case "link" -> Kind.LINK;
            case "id", "guid" -> Kind.ID;
            case "published_parsed",
                    "updated_parsed",
                    "created_parsed",
                    "modified_parsed",
                    "date_parsed" ->
                    Kind.DATE;
            default -> null;
        };
    }

    private static String moment(String tuple) {
        String[] parts = tuple.split(",", -1);
        int[] n = new int[6];
        for (int i = 0; i < 6; i++) {
            n[i] = Integer.parseInt(parts[i].strip());
        }
        return LocalDateTime.of(n[0], n[1], n[2], n[3], n[4], n[5])
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    private static String literal(String quoted) {
        String body = quoted.substring(1, quoted.length() - 1);
        return Pattern.compile(
                        "\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|(.))",
                        Pattern.DOTALL)
                .matcher(body)
                .replaceAll(match -> {
                    for (int group = 1; group <= 3; group++) {
                        if (match.group(group) != null) {
                            return Matcher.quoteReplacement(
                                    Character.toString(Integer.parseInt(match.group(group), 16)));
                        }
                    }
                    String c = match.group(4);
                    return Matcher.quoteReplacement(
                            c.equals("n") ? "\n" : c.equals("t") ? "\t" : c);
                });
    }

    /// Those of gofeed: a JSON document beside the feed, in one of three forms.
    static List<Expectation> ofGofeed(byte[] json) {
        JsonNode feed = Json.mapper().readTree(new String(json, StandardCharsets.UTF_8));
        List<Expectation> found = new ArrayList<>();
        add(found, -1, feed);
        JsonNode items = feed.path("items").isArray() ? feed.path("items") : feed.path("entries");
        for (int i = 0; i < items.size(); i++) {
            add(found, i, items.path(i));
        }
        return found;
    }

    private static void add(List<Expectation> found, int entry, JsonNode node) {
        add(found, entry, Kind.TITLE, node.path("title"));
        add(found, entry, Kind.LINK, node.path("link"));
        add(found, entry, Kind.LINK, node.path("url"));
        JsonNode guid = node.path("guid");
        add(found, entry, Kind.ID, guid.isObject() ? guid.path("value") : guid);
        add(found, entry, Kind.ID, node.path("id"));
        for (String date :
                List.of("publishedParsed", "pubDateParsed", "updatedParsed", "date_published")) {
            if (node.path(date).isString()) {
                add(found, entry, Kind.DATE, node.path(date));
                break;
            }
        }
    }

    private static void add(List<Expectation> found, int entry, Kind kind, JsonNode value) {
        if (value.isString() && !value.stringValue().isBlank()) {
            found.add(new Expectation(entry, kind, value.stringValue()));
        }
    }

    /// Whether the reading says the same. Titles are compared as what a person sees, addresses
    /// absolute, dates as moments.
    boolean isMet(FeedReading reading, URI base) {
        FeedEntry found = found(reading);
        if (found == null) {
            return false;
        }
        return switch (kind) {
            case TITLE -> {
                String ours = found.title() == null ? "" : seen(found.title());
                yield ours.equals(seen(value)) || ours.equals(plain(value));
            }
            case LINK ->
                    found.link() != null && found.link().equals(WebAddress.resolve(base, value));
            case DATE ->
                    found.published() != null && found.published().equals(Instant.parse(value));
            case ID ->
                    found.id() != null
                            && (found.id().equals(value.strip())
                                    || value.equals(WebAddress.resolve(base, found.id())));
        };
    }

    String ours(FeedReading reading) {
        FeedEntry found = found(reading);
        return found == null
                ? "nothing"
                : switch (kind) {
                    case TITLE -> String.valueOf(found.title());
                    case LINK -> String.valueOf(found.link());
                    case DATE -> String.valueOf(found.published());
                    case ID -> String.valueOf(found.id());
                };
    }

    private @Nullable FeedEntry found(FeedReading reading) {
        if (!(reading instanceof FeedReading.Feed feed) || entry >= feed.entries().size()) {
            return null;
        }
        return entry < 0 ? feed.head() : feed.entries().get(entry);
    }

    private static String seen(String html) {
        return plain(ShortHtml.text(html));
    }

    private static String plain(String text) {
        return Parser.unescapeEntities(text, false).replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
