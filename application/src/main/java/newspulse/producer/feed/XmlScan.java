package newspulse.producer.feed;

import org.jsoup.nodes.Entities;

import java.util.EnumSet;
import java.util.Set;

/// Brings XML as it is met into a form that a parser reads as it was meant, in one pass and in time
/// linear in its length: no document type, no comments, no instructions, no characters that XML
/// forbids, no reference or angle bracket that means nothing.
///
/// Document types are dropped unread (OWASP, "XML External Entity Prevention"): what they declare
/// is never expanded, what they name is never opened.
final class XmlScan {
    /// Beyond this many tags a document is read no further, so that its tree stays small.
    static final int MAX_TAGS = 500_000;

    private static final int LONGEST_REFERENCE = 32;
    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final String CDATA = "<![CDATA[";

    private final String text;
    private final StringBuilder out;
    private final OpenTags open = new OpenTags();
    private final TagEnds ends;
    private final EnumSet<Repair> repairs = EnumSet.noneOf(Repair.class);
    private boolean commentsEnd = true;
    private boolean sectionsEnd = true;
    private int tags;

    /// The text to parse and what was mended in it.
    record Mended(String text, Set<Repair> repairs) {}

    private XmlScan(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + 16);
        this.ends = new TagEnds(text);
    }

    static Mended mend(String text) {
        return new XmlScan(text).run();
    }

    private Mended run() {
        int at = start();
        while (at < text.length()) {
            char c = text.charAt(at);
            at = c == '<' ? markup(at) : c == '&' ? reference(at) : character(at);
            if (tags > MAX_TAGS) {
                repairs.add(Repair.TRUNCATED);
                break;
            }
        }
        if (open.isOpen()) {
            repairs.add(Repair.TRUNCATED);
        }
        if (open.wasUnbalanced()) {
            repairs.add(Repair.TAGS);
        }
        return new Mended(out.toString(), repairs);
    }

    private int start() {
        int first = text.indexOf('<');
        if (first > 0 && !text.substring(0, first).replace('\uFEFF', ' ').isBlank()) {
            repairs.add(Repair.LEADING_TEXT);
        }
        return first < 0 ? text.length() : first;
    }

    private int markup(int at) {
        if (text.startsWith("<!--", at)) {
            return comment(at);
        }
        if (text.regionMatches(true, at, CDATA, 0, CDATA.length())) {
            return section(at + CDATA.length());
        }
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '?') {
            return afterOrEnd(text.indexOf('>', at), 1);
        }
        if (next == '!') {
            return declaration(at);
        }
        boolean closing = next == '/';
        int name = closing ? at + 2 : at + 1;
        if (name >= text.length() || !isNameStart(text.charAt(name))) {
            return alone(at, closing && name < text.length() && text.charAt(name) == '>');
        }
        return tag(at, name, closing);
    }

    /// `</>` says nothing and is dropped; a bracket before anything but a name is text.
    private int alone(int at, boolean empty) {
        repairs.add(Repair.AMPERSANDS);
        if (empty) {
            return at + 3;
        }
        out.append("&lt;");
        return at + 1;
    }

    private int tag(int at, int name, boolean closing) {
        tags++;
        TagEnds.End end = ends.of(name);
        if (end.isMissing() && end.at() == text.length() && !closing) {
            repairs.add(Repair.TRUNCATED);
            return text.length(); // half a tag says nothing
        }
        if (end.isMissing()) {
            repairs.add(Repair.TAGS);
        }
        boolean alone = end.at() > name && text.charAt(end.at() - 1) == '/';
        open.met(nameAt(name, end.at()), closing, alone);
        out.append(text, at, name);
        int from = name;
        while (from < end.at()) {
            char c = text.charAt(from);
            if (c == '<') {
                out.append("&lt;");
                from++;
            } else {
                from = c == '&' ? reference(from) : character(from);
            }
        }
        out.append('>');
        return end.isMissing() ? end.at() : end.at() + 1;
    }

    private String nameAt(int from, int end) {
        int to = from;
        while (to < end && !Character.isWhitespace(text.charAt(to)) && text.charAt(to) != '/') {
            to++;
        }
        return text.substring(from, to);
    }

    private int comment(int at) {
        int end = commentsEnd ? text.indexOf("-->", at + 4) : -1;
        if (end >= 0) {
            return end + 3;
        }
        commentsEnd = false;
        repairs.add(Repair.TAGS);
        return afterOrEnd(text.indexOf('>', at), 1);
    }

    private int section(int from) {
        int end = sectionsEnd ? text.indexOf("]]>", from) : -1;
        if (end < 0) {
            sectionsEnd = false;
            repairs.add(Repair.TRUNCATED);
        }
        int to = end < 0 ? text.length() : end;
        out.append(CDATA);
        int at = from;
        while (at < to) {
            at = character(at);
        }
        out.append("]]>");
        return end < 0 ? to : end + 3;
    }

    private int declaration(int at) {
        if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            repairs.add(Repair.DOCTYPE);
            return DocumentType.end(text, at);
        }
        repairs.add(Repair.TAGS);
        return afterOrEnd(text.indexOf('>', at), 1);
    }

    private int afterOrEnd(int found, int length) {
        if (found < 0) {
            repairs.add(Repair.TRUNCATED);
            return text.length();
        }
        return found + length;
    }

    private int reference(int at) {
        int end = at + 1;
        int longest = Math.min(text.length(), at + LONGEST_REFERENCE);
        while (end < longest && isReference(text.charAt(end), end == at + 1)) {
            end++;
        }
        String name = text.substring(at + 1, end);
        boolean closed = end < text.length() && text.charAt(end) == ';' && !name.isEmpty();
        if (name.startsWith("#")) {
            return number(name, closed ? end + 1 : end);
        }
        if (closed && PREDEFINED.contains(name)) {
            out.append(text, at, end + 1);
            return end + 1;
        }
        if (closed && Entities.isNamedEntity(name)) {
            repairs.add(Repair.ENTITIES);
            out.append(text, at, end + 1);
            return end + 1;
        }
        repairs.add(closed ? Repair.ENTITIES : Repair.AMPERSANDS);
        out.append("&amp;");
        return at + 1;
    }

    private int number(String name, int next) {
        boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
        String digits = name.substring(hex ? 2 : 1);
        int code;
        try {
            code = Integer.parseInt(digits, hex ? 16 : 10);
        } catch (NumberFormatException _) {
            code = -1;
        }
        if (digits.isEmpty()) {
            repairs.add(Repair.AMPERSANDS);
            out.append("&amp;").append(name);
        } else if (!Character.isValidCodePoint(code) || !isAllowed(code)) {
            repairs.add(Repair.CONTROL_CHARACTERS);
        } else {
            out.append('&').append(name).append(';');
        }
        return next;
    }

    private int character(int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < Character.MIN_SURROGATE) {
            out.append(c);
            return at + 1;
        }
        int code = text.codePointAt(at);
        if (isAllowed(code)) {
            out.appendCodePoint(code);
        } else {
            repairs.add(Repair.CONTROL_CHARACTERS);
        }
        return at + Character.charCount(code);
    }

    /// XML 1.0, production 2.
    private static boolean isAllowed(int code) {
        return (code >= 0x20 && code < 0xD800)
                || code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0xE000 && code < 0xFFFE)
                || code >= 0x10000;
    }

    private static boolean isReference(char c, boolean first) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || (first && c == '#'));
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }
}
