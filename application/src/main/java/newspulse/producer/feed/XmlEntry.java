package newspulse.producer.feed;

import newspulse.producer.WebAddress;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One `item` of RSS or `entry` of Atom: which of its children mean what.
final class XmlEntry {
    private static final List<String> TITLES = List.of("title", "dc:title");
    private static final List<String> SUMMARIES =
            List.of("description", "summary", "dc:description", "abstract", "itunes:summary");
    private static final List<String> CONTENTS =
            List.of("content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem");
    private static final List<String> DATES =
            List.of(
                    "pubdate",
                    "published",
                    "issued",
                    "dc:date",
                    "dcterms:issued",
                    "dcterms:created",
                    "created",
                    "updated",
                    "modified",
                    "dcterms:modified",
                    "date");
    private static final List<String> AUTHORS = List.of("dc:creator", "author", "itunes:author");
    private static final List<String> CATEGORIES = List.of("category", "dc:subject");

    /// What is longer is no author, and would make the pattern below slow.
    private static final int MAX_AUTHOR = 300;

    /// `editor@example.com (Jane Roe)`, as RSS has authors.
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s+\\((.{1,200})\\)");

    private final Map<String, List<Element>> children = new HashMap<>();
    private final Element entry;
    private final FeedContext context;
    private final URI base;

    XmlEntry(Element entry, FeedContext context) {
        this.entry = entry;
        this.context = context;
        this.base = base(entry, context.address());
        for (Element child : entry.children()) {
            children.computeIfAbsent(XmlNames.of(child), _ -> new ArrayList<>()).add(child);
        }
    }

    FeedEntry read() {
        return new FeedEntry(
                html(TITLES),
                link(),
                html(SUMMARIES),
                html(CONTENTS),
                author(),
                category(),
                new XmlImage(this).address(),
                published());
    }

    List<Element> all(String name) {
        return children.getOrDefault(name, List.of());
    }

    @Nullable String resolve(Element from, @Nullable String written) {
        URI at = from.hasAttr("xml:base") ? WebAddress.rebase(base, from.attr("xml:base")) : base;
        return WebAddress.resolve(at, written);
    }

    private @Nullable String html(List<String> names) {
        for (String name : names) {
            for (Element child : all(name)) {
                String html = XmlText.html(child);
                if (html != null) {
                    return html;
                }
            }
        }
        return null;
    }

    private @Nullable String link() {
        for (Element link : all("link")) { // RSS
            String address = resolve(link, XmlText.plain(link));
            if (address != null) {
                return address;
            }
        }
        for (Element link : all("link")) { // Atom
            String rel = link.attr("rel").toLowerCase(Locale.ROOT);
            String address = resolve(link, link.hasAttr("href") ? link.attr("href") : null);
            if (address != null && (rel.isEmpty() || rel.equals("alternate"))) {
                return address;
            }
        }
        return permanentId();
    }

    /// An identifier that is also an address.
    private @Nullable String permanentId() {
        for (Element guid : all("guid")) {
            boolean permanent = !guid.attr("isPermaLink").equalsIgnoreCase("false");
            if (permanent && looksAbsolute(XmlText.plain(guid))) {
                return resolve(guid, XmlText.plain(guid));
            }
        }
        for (Element id : all("id")) {
            if (looksAbsolute(XmlText.plain(id))) {
                return resolve(id, XmlText.plain(id));
            }
        }
        String about = entry.attr("rdf:about");
        return looksAbsolute(about) ? resolve(entry, about) : null;
    }

    private static boolean looksAbsolute(String text) {
        return text.strip().toLowerCase(Locale.ROOT).matches("(?s)https?://.+");
    }

    private @Nullable String author() {
        for (String tag : AUTHORS) {
            for (Element author : all(tag)) {
                String name = XmlText.plain(author);
                for (Element part : author.children()) {
                    if (XmlNames.of(part).equals("name")) {
                        name = XmlText.plain(part);
                    }
                }
                name = name.substring(0, Math.min(name.length(), MAX_AUTHOR));
                Matcher mail = MAIL_AND_NAME.matcher(name.strip());
                name = mail.matches() ? mail.group(1) : name.strip();
                if (!name.isEmpty()) {
                    return name;
                }
            }
        }
        return null;
    }

    private @Nullable String category() {
        for (String tag : CATEGORIES) {
            for (Element category : all(tag)) {
                String text = XmlText.plain(category).strip();
                text = text.isEmpty() ? category.attr("label").strip() : text;
                text = text.isEmpty() ? category.attr("term").strip() : text;
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    private @Nullable Instant published() {
        for (String name : DATES) {
            for (Element date : all(name)) {
                Instant instant = FeedDates.parse(XmlText.plain(date), context.usualZone());
                if (instant != null) {
                    return instant;
                }
            }
        }
        return null;
    }

    private static URI base(Element element, URI address) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.push(at.attr("xml:base"));
            }
        }
        URI base = address;
        for (String next : bases) {
            base = WebAddress.rebase(base, next);
        }
        return base;
    }
}
