package newspulse.producer.feed;

import newspulse.producer.WebAddress;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Lists of feeds as readers exchange them (OPML 2.0, "Subscription lists"), read as leniently as
/// feeds are.
public final class Opml {
    private static final int MOST = 10_000;

    private Opml() {}

    /// One feed of the list: its name, its address, and the folder that it stands in, if any.
    public record Outline(String name, URI address, @Nullable String folder) {}

    /// The feeds of the list, each address once; empty when it holds none or is no such list.
    public static List<Outline> read(byte[] document) {
        FeedContext context = FeedContext.of(URI.create(""), null, "en");
        String text = FeedCharset.decode(document, context).text();
        List<Outline> outlines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Element element : XmlFeed.parse(XmlScan.mend(text).text()).getAllElements()) {
            String address = WebAddress.absolute(attribute(element, "xmlurl"));
            if (!isOutline(element) || address == null || outlines.size() == MOST) {
                continue;
            }
            if (seen.add(address)) {
                String name = name(element);
                Element parent = element.parent();
                outlines.add(
                        new Outline(
                                name == null ? address : name,
                                URI.create(address),
                                parent != null && isOutline(parent) ? name(parent) : null));
            }
        }
        return List.copyOf(outlines);
    }

    private static boolean isOutline(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT).equals("outline");
    }

    private static @Nullable String name(Element outline) {
        String text = attribute(outline, "text");
        return text != null ? text : attribute(outline, "title");
    }

    private static @Nullable String attribute(Element element, String name) {
        String value = element.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }
}
