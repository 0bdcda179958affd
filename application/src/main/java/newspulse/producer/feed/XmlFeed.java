package newspulse.producer.feed;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// RSS, RDF and Atom in all their versions, and news sitemaps. The document is mended by [XmlScan],
/// then read by a lenient parser that knows no document types.
final class XmlFeed {
    private static final int MAX_DEPTH = 100;

    /// The elements that make a document a feed, with what it then is.
    private static final Map<String, String> ROOTS =
            Map.of(
                    "rss", "RSS", "rdf", "RDF", "feed", "Atom", "channel", "RSS", "urlset",
                    "sitemap");

    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> HEADS = Set.of("channel", "feed");

    private static final Set<String> PAGE = Set.of("html", "head", "body");

    private XmlFeed() {}

    static FeedReading read(String text, FeedContext context, Set<Repair> met) {
        XmlScan.Mended mended = XmlScan.mend(text);
        Document document = parse(mended.text());
        Set<Repair> repairs = EnumSet.copyOf(mended.repairs());
        repairs.addAll(met);
        List<FeedEntry> entries = new ArrayList<>();
        Element root = null;
        Element head = null;
        for (Element element : document.getAllElements()) {
            String name = XmlNames.of(element);
            root = root == null && ROOTS.containsKey(name) ? element : root;
            head = head == null && HEADS.contains(name) ? element : head;
            if (root == null || entries.size() == FeedReader.MAX_ENTRIES) {
                continue;
            }
            if (ENTRIES.contains(name)) {
                entries.add(new XmlEntry(element, context).read(repairs));
            } else if (name.equals("url") && XmlNames.of(root).equals("urlset")) {
                entries.add(new SitemapEntry(element, context).read(repairs));
            }
        }
        if (root == null) {
            return other(document, mended.text(), context);
        }
        FeedEntry about = new XmlEntry(head == null ? root : head, context).read(Set.of());
        Duration rests = head == null ? Duration.ZERO : UpdateHint.of(head);
        return new FeedReading.Feed(format(root), about, rests, entries, repairs);
    }

    /// The tree of a document that [XmlScan] has mended.
    static Document parse(String mended) {
        Document document = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(mended, "");
        document.outputSettings().prettyPrint(false);
        XmlHoist.mend(document);
        return document;
    }

    private static String format(Element root) {
        String kind = ROOTS.getOrDefault(XmlNames.of(root), "RSS");
        String version = root.attr("version").strip();
        return version.matches("[\\w.]{1,10}") ? kind + " " + version : kind;
    }

    private static FeedReading other(Document document, String text, FeedContext context) {
        for (Element element : document.getAllElements()) {
            String name = element.tag().localName().toLowerCase(Locale.ROOT);
            if (name.equals("opml")) {
                return new FeedReading.NotAFeed("it is a list of feeds (OPML), to be imported");
            }
            if (name.equals("sitemapindex")) {
                return new FeedReading.NotAFeed("it is an index of sitemaps; name one of those");
            }
            if (PAGE.contains(name)) {
                List<URI> feeds = FeedLinks.of(text, context.address());
                return feeds.isEmpty()
                        ? new FeedReading.NotAFeed("it is a web page that names no feed")
                        : new FeedReading.Page(feeds);
            }
        }
        return new FeedReading.NotAFeed("it is neither RSS nor Atom");
    }
}
