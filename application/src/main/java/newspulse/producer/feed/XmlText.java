package newspulse.producer.feed;

import newspulse.producer.ShortHtml;

import org.jsoup.SerializationException;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/// The text of an element as HTML. RSS texts are HTML; Atom says what its texts are (RFC 4287,
/// section 3.1, and the `mode` of Atom 0.3).
final class XmlText {
    /// Longer names, dates and addresses are none.
    private static final int MAX_PLAIN = 5_000;

    /// Markup that was not escaped is read this far. Elements can hold each other, so that what all
    /// of them hold can be far more than the document.
    private static final int MAX_MARKUP = 50_000;

    private static final Set<String> ATOM = Set.of("entry", "feed");

    private XmlText() {}

    /// The text of an element that holds no markup.
    static String plain(Element element) {
        var text = new StringBuilder();
        Iterator<TextNode> parts = element.nodeStream(TextNode.class).iterator();
        while (parts.hasNext() && text.length() <= MAX_PLAIN) {
            text.append(parts.next().getWholeText());
        }
        return text.toString();
    }

    static @Nullable String html(Element element) {
        String html = read(element);
        return html == null || html.isBlank() ? null : html.strip();
    }

    private static @Nullable String read(Element element) {
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        boolean xhtml = type.equals("xhtml") || type.equals("application/xhtml+xml");
        if (xhtml || !element.children().isEmpty()) {
            return markup(element);
        }
        String text = element.wholeText();
        if (element.attr("mode").equalsIgnoreCase("base64")) {
            return type.isEmpty() || type.startsWith("text") ? decoded(text) : null;
        }
        return switch (type) {
            case "html", "text/html" -> text;
            case "" -> isAtom(element) && !isEscaped(element) ? ShortHtml.escaped(text) : text;
            case "text", "text/plain" -> isAtom(element) ? ShortHtml.escaped(text) : text;
            default -> type.startsWith("text/") || !isAtom(element) ? text : binary(element, text);
        };
    }

    /// What is no kind of text is in Base64 (RFC 4287, section 4.1.3.3); among titles and the like
    /// it is met with types of people's own.
    private static @Nullable String binary(Element element, String text) {
        String decoded = decoded(text);
        boolean readable = decoded != null && decoded.indexOf('\uFFFD') < 0;
        return XmlNames.of(element).equals("content") ? null : readable ? decoded : text;
    }

    private static String markup(Element element) {
        var text = new LimitedText(MAX_MARKUP);
        try {
            return element.html(text).toString();
        } catch (SerializationException _) {
            return text.toString(); // as much as fits
        }
    }

    private static boolean isAtom(Element element) {
        Element parent = element.parent();
        return parent != null && ATOM.contains(XmlNames.of(parent));
    }

    private static boolean isEscaped(Element element) {
        return element.attr("mode").equalsIgnoreCase("escaped");
    }

    private static @Nullable String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
