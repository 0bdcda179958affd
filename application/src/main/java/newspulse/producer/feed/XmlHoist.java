package newspulse.producer.feed;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts elements back beside the one that was not closed before them: `<title>News<link>` has a
/// link beside the title, not within it.
final class XmlHoist {
    private static final Set<String> HOLDERS = Set.of("item", "entry", "channel", "feed");
    private static final Set<String> LEAVES =
            Set.of(
                    "title",
                    "link",
                    "guid",
                    "id",
                    "pubdate",
                    "published",
                    "updated",
                    "dc:date",
                    "dc:creator",
                    "comments",
                    "category");
    private static final Set<String> NEXT =
            Set.of(
                    "title",
                    "link",
                    "guid",
                    "id",
                    "pubdate",
                    "published",
                    "updated",
                    "description",
                    "summary",
                    "content",
                    "content:encoded",
                    "author",
                    "category",
                    "comments",
                    "dc:date",
                    "dc:creator",
                    "enclosure",
                    "item",
                    "entry");

    private XmlHoist() {}

    static void mend(Document document) {
        for (Element element : document.getAllElements()) {
            Element parent = element.parent();
            if (parent != null
                    && element.childNodeSize() > 0
                    && LEAVES.contains(XmlNames.of(element))
                    && HOLDERS.contains(XmlNames.of(parent))) {
                hoist(element);
            }
        }
    }

    private static void hoist(Element leaf) {
        for (Element child : leaf.children()) {
            if (NEXT.contains(XmlNames.of(child))) {
                List<Node> moved = new ArrayList<>();
                for (Node at = child; at != null; at = at.nextSibling()) {
                    moved.add(at);
                }
                Element parent = leaf.parent();
                if (parent != null) {
                    parent.insertChildren(leaf.siblingIndex() + 1, moved);
                }
                return;
            }
        }
    }
}
