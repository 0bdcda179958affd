package newspulse.producer.feed;

import newspulse.producer.WebAddress;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One `item` of RSS or `entry` of Atom: which of its children mean what.
final class XmlEntry {
    private static final List<String> TITLES = List.of("title", "dc:title", "media:title");
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
                    "date",
                    "lastbuilddate");
    private static final List<String> IDS = List.of("guid", "id", "dc:identifier");
    private static final List<String> LINKS = List.of("feedburner:origlink", "link");
    private static final int MAX_ID = 4_096;
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
    private final EnumSet<Repair> repairs = EnumSet.noneOf(Repair.class);

    XmlEntry(Element entry, FeedContext context) {
        this.entry = entry;
        this.context = context;
        this.base = base(entry, context.address());
        for (Element child : entry.children()) {
            children.computeIfAbsent(XmlNames.of(child), _ -> new ArrayList<>()).add(child);
        }
    }

    /// The entry, with what was mended in it and in the document.
    FeedEntry read(Set<Repair> document) {
        repairs.addAll(document);
        return new FeedEntry(
                id(),
                html(TITLES),
                link(),
                html(SUMMARIES),
                html(CONTENTS),
                author(),
                category(),
                new XmlImage(this).address(),
                published(),
                repairs);
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

    private @Nullable String id() {
        for (String name : IDS) {
            for (Element id : all(name)) {
                String text = XmlText.plain(id).strip();
                if (!text.isEmpty() && text.length() <= MAX_ID) {
                    return name.equals("id") ? whole(id, text) : text;
                }
            }
        }
        String about = entry.attr("rdf:about").strip();
        return about.isEmpty() || about.length() > MAX_ID ? null : about;
    }

    /// The identifiers of Atom are addresses that ought to be absolute (RFC 4287, section 4.2.6);
    /// one that is a path names the same thing as its absolute form.
    private String whole(Element from, String id) {
        String address = id.indexOf(':') < 0 && id.indexOf('/') >= 0 ? resolve(from, id) : null;
        return address == null ? id : address;
    }

    private @Nullable String link() {
        for (String name : LINKS) { // RSS
            for (Element link : all(name)) {
                String address = isAlternate(link) ? absolute(link, XmlText.plain(link)) : null;
                if (address != null) {
                    return address;
                }
            }
        }
        for (Element link : all("link")) { // Atom
            boolean points = isAlternate(link) && link.hasAttr("href");
            String address = points ? absolute(link, link.attr("href")) : null;
            if (address != null) {
                return address;
            }
        }
        String written = entry.attributes().getIgnoreCase("href"); // CDF
        String address = written.isEmpty() ? permanentId() : absolute(entry, written);
        if (address != null && written.isEmpty()) {
            repairs.add(Repair.LINK_FROM_ID);
        }
        return address;
    }

    private static boolean isAlternate(Element link) {
        String rel = link.attr("rel").strip();
        return rel.isEmpty() || rel.equalsIgnoreCase("alternate");
    }

    private @Nullable String absolute(Element from, String written) {
        String address = resolve(from, written);
        if (address != null && !WebAddress.isAbsolute(written)) {
            repairs.add(Repair.LINK_RELATIVE);
        }
        return address;
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
        boolean written = false;
        for (String name : DATES) {
            for (Element date : all(name)) {
                written |= !XmlText.plain(date).isBlank();
                Instant instant = FeedDates.parse(XmlText.plain(date), context.usualZone());
                if (instant != null) {
                    return instant;
                }
            }
        }
        repairs.add(written ? Repair.DATE_UNREADABLE : Repair.DATE_MISSING);
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
