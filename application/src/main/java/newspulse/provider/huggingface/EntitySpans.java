package newspulse.provider.huggingface;

import newspulse.provider.checked.BrokenRuleException;
import newspulse.provider.checked.EntityName;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Reads what a token classifier found in a text: groups (`entity_group`) or single tokens with
/// `B-` and `I-` before their labels (IOB2). Its offsets count code points of the text that was
/// sent, as Python does. Of an offset only the name at it is taken; where the article has that name
/// is found anew.
final class EntitySpans {
    /// A group less sure than this is noise.
    private static final double SURE = 0.5;

    private final String text;
    private final LabelMap types;
    private final int codePoints;

    EntitySpans(String text, LabelMap types) {
        this.text = text;
        this.types = types;
        this.codePoints = text.codePointCount(0, text.length());
    }

    private record Span(int start, int end, String type, double score) {}

    List<EntityName> read(JsonNode root) throws BrokenRuleException {
        if (!root.isArray()) {
            throw new BrokenRuleException("the answer is not an array");
        }
        JsonNode list = root.path(0).isArray() ? root.path(0) : root;
        List<Span> spans = new ArrayList<>();
        for (JsonNode one : list) {
            boolean grouped = one.path("entity_group").isString();
            String label = one.path(grouped ? "entity_group" : "entity").stringValue("");
            boolean inside = label.startsWith("I-");
            boolean begins = label.startsWith("B-");
            String type = types.name(inside || begins ? label.substring(2) : label);
            Span span = span(one, type);
            Span last = spans.isEmpty() ? null : spans.getLast();
            boolean goesOn =
                    last != null && last.type.equals(type) && follows(last, span, grouped, begins);
            if (last != null && goesOn) {
                spans.set(
                        spans.size() - 1,
                        new Span(last.start, span.end, type, Math.max(last.score, span.score)));
            } else {
                spans.add(span);
            }
        }
        return names(spans);
    }

    private Span span(JsonNode one, String type) throws BrokenRuleException {
        JsonNode start = one.path("start");
        JsonNode end = one.path("end");
        double score = one.path("score").asDouble(-1);
        if (!start.isInt() || !end.isInt() || !(score >= 0 && score <= 1)) {
            throw new BrokenRuleException("an entity has no offsets or score");
        }
        if (start.asInt() < 0 || end.asInt() <= start.asInt() || end.asInt() > codePoints) {
            throw new BrokenRuleException("an entity's offsets are outside the text");
        }
        return new Span(start.asInt(), end.asInt(), type, score);
    }

    /// Whether a span is a further piece of the last: of the same word, or inside the same name.
    private boolean follows(Span last, Span span, boolean grouped, boolean begins) {
        boolean inside = !grouped && !begins;
        if (span.start == last.end) {
            return inside || isSameWord(utf16(span.start));
        }
        return inside && span.start == last.end + 1;
    }

    private List<EntityName> names(List<Span> spans) {
        List<EntityName> names = new ArrayList<>(spans.size());
        for (Span span : spans) {
            if (span.type.equals(LabelMap.IGNORED) || span.score < SURE) {
                continue;
            }
            int start = utf16(span.start);
            int end = utf16(span.end);
            while (start > 0 && isSameWord(start)) {
                start--;
            }
            while (end < text.length() && isSameWord(end)) {
                end++;
            }
            // A group that reaches over two fields is a name at the end of one and one at the
            // next's
            text.substring(start, end)
                    .lines()
                    .map(String::strip)
                    .filter(name -> name.length() > 1)
                    .forEach(name -> names.add(new EntityName(name, span.type)));
        }
        return names;
    }

    private int utf16(int codePoint) {
        return text.offsetByCodePoints(0, codePoint);
    }

    /// Whether a Latin word, which the tokenizer may have cut, goes on at `at`.
    private boolean isSameWord(int at) {
        return at > 0 && at < text.length() && isLatin(at - 1) && isLatin(at);
    }

    private boolean isLatin(int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
