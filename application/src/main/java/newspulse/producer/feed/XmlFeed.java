package newspulse.producer.feed;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// RSS and Atom in all their versions. The parser is a lenient one that knows no document types: it
/// expands no entity of the document's own and opens nothing outside.
final class XmlFeed {
    /// Beyond this many tags a document is read no further, so that its tree stays small.
    private static final int MAX_TAGS = 500_000;

    private static final int MAX_DEPTH = 100;
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private XmlFeed() {}

    static FeedReading read(String text, FeedContext context) {
        Parser parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH);
        Document document = parser.parseInput(cut(text), "");
        document.outputSettings().prettyPrint(false);
        List<FeedEntry> entries = new ArrayList<>();
        boolean known = false;
        for (Element element : document.getAllElements()) {
            String name = XmlNames.of(element);
            known |= ROOTS.contains(name);
            if (known && ENTRIES.contains(name) && entries.size() < FeedReader.MAX_ENTRIES) {
                entries.add(new XmlEntry(element, context).read());
            }
        }
        return known
                ? new FeedReading.Feed(entries)
                : new FeedReading.NotAFeed("it is neither RSS nor Atom");
    }

    private static String cut(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (++tags > MAX_TAGS) {
                return text.substring(0, at);
            }
        }
        return text;
    }
}
