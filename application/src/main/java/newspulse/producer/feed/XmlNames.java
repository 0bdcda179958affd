package newspulse.producer.feed;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Map;

/// The names that this reader has for the elements of feeds, whatever prefix a document chose:
/// `title` for those of RSS and Atom, `dc:creator` and the like for extensions, all in lower case.
final class XmlNames {
    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    Map.entry("http://www.w3.org/2005/atom", ""),
                    Map.entry("http://purl.org/atom/ns#", ""),
                    Map.entry("http://purl.org/rss/1.0/", ""),
                    Map.entry("http://purl.org/net/rss1.1#", ""),
                    Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
                    Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
                    Map.entry("http://backend.userland.com/rss", ""),
                    Map.entry("http://backend.userland.com/rss2", ""),
                    Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
                    Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", ""),
                    Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
                    Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
                    Map.entry("http://purl.org/dc/terms/", "dcterms"),
                    Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
                    Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
                    Map.entry("http://search.yahoo.com/mrss", "media"),
                    Map.entry("http://search.yahoo.com/mrss/", "media"),
                    Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
                    Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
                    Map.entry("http://www.sitemaps.org/schemas/sitemap/0.9", ""),
                    Map.entry("http://www.google.com/schemas/sitemap/0.84", ""),
                    Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
                    Map.entry("http://www.google.com/schemas/sitemap-image/1.1", "image"),
                    Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

    private static final Map<String, String> UNDECLARED =
            Map.of("rdf", "", "atom", "", "rss", "", "a10", "");

    private XmlNames() {}

    static String of(Element element) {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String namespace = element.tag().namespace().strip().toLowerCase(Locale.ROOT);
        String prefix = PREFIXES.get(namespace);
        if (prefix == null) {
            String written = element.tag().prefix().toLowerCase(Locale.ROOT);
            prefix = UNDECLARED.getOrDefault(written, written);
        }
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
