package newspulse.engine.entities;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordTable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of acronyms, whatever stands around them: `IMF` is an organisation, `GDP` is
/// nobody's name. In capitals throughout nothing is said, since there every word looks like one.
final class Acronyms {
    private static final int BODY = 1;
    private static final int WORD = 2;

    private final WordTable known;

    /// @param lines of `body` or `word`, a tab, and acronyms
    Acronyms(List<TermLine> lines) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : lines) {
            int kind =
                    switch (line.head().getFirst()) {
                        case "body" -> BODY;
                        case "word" -> WORD;
                        case String other -> throw new IllegalArgumentException(other);
                    };
            for (String acronym : line.terms()) {
                Tokens token = Tokenizer.tokenize(acronym);
                if (token.count() == 1) {
                    entries.put(token.hash(0), kind);
                }
            }
        }
        known = new WordTable(entries);
    }

    /// The spans in their order, with bodies that were missed, without words that are none.
    List<Span> applied(Document document, List<Span> found) {
        List<Span> applied = new ArrayList<>(found.size() + 2);
        int next = 0;
        for (int part = 0; part < document.parts(); part++) {
            Tokens tokens = document.part(part);
            for (int i = 0; i < tokens.count(); i++) {
                int kind = kind(tokens, i);
                if (kind != 0) {
                    next = before(found, next, part, tokens.start(i), applied);
                    boolean more = next < found.size();
                    next += apply(kind, part, tokens, i, more ? found.get(next) : null, applied);
                }
            }
        }
        applied.addAll(found.subList(next, found.size()));
        return applied;
    }

    /// What a token is known as; 0 of what is no acronym, and where all is in capitals.
    private int kind(Tokens tokens, int i) {
        int kind = tokens.is(i, Tokens.ALL_CAPITALS) ? known.get(tokens.hash(i)) : 0;
        return kind != 0 && capitalsTell(tokens, i) ? kind : 0;
    }

    /// Takes the spans that end before a place.
    private static int before(List<Span> found, int from, int part, int start, List<Span> into) {
        int next = from;
        while (next < found.size() && endsBefore(found.get(next), part, start)) {
            into.add(found.get(next++));
        }
        return next;
    }

    /// Takes one acronym.
    ///
    /// @param span the first that does not end before it
    /// @return how many spans were used up
    private static int apply(
            int kind, int part, Tokens tokens, int i, @Nullable Span span, List<Span> into) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        if (span == null || span.part() != part || span.start() >= end) {
            if (kind == BODY) {
                into.add(new Span(part, start, end, Kind.ORGANIZATION, 0, true));
            }
            return 0;
        }
        if (span.start() != start || span.end() != end) {
            return 0;
        }
        if (kind == BODY) {
            into.add(span.as(Kind.ORGANIZATION));
        }
        return 1;
    }

    private static boolean capitalsTell(Tokens tokens, int i) {
        int from = i;
        while (!tokens.is(from, Tokens.SENTENCE)) {
            from--;
        }
        int style = Shape.ofSentence(tokens, from, tokens.sentenceEnd(i));
        return style == Shape.NORMAL || style == Shape.TITLE;
    }

    private static boolean endsBefore(Span span, int part, int start) {
        return span.part() < part || (span.part() == part && span.end() <= start);
    }
}
