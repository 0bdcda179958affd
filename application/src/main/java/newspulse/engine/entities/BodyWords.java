package newspulse.engine.entities;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.util.ArrayList;
import java.util.List;

/// Takes the word that organisations end in to the name before it: `Borealis` and `Semiconductor`
/// are one organisation. Only where the capitals end with that word, so that a headline with
/// capitals throughout says nothing.
final class BodyWords {
    private final Document document;
    private final Gazetteer gazetteer;

    BodyWords(Document document, Gazetteer gazetteer) {
        this.document = document;
        this.gazetteer = gazetteer;
    }

    /// The spans in their order, some of them longer.
    List<Span> taken(List<Span> found) {
        List<Span> taken = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Span span = found.get(i);
            boolean last = i + 1 == found.size() || found.get(i + 1).part() != span.part();
            taken.add(longer(span, last ? Integer.MAX_VALUE : found.get(i + 1).start()));
        }
        return taken;
    }

    private Span longer(Span span, int limit) {
        Tokens tokens = document.part(span.part());
        int next = firstFrom(tokens, span.end());
        if (!span.kind().isReported()
                || next == tokens.count()
                || tokens.end(next) > limit
                || tokens.start(next) != span.end() + 1
                || tokens.is(next, Tokens.ALL_CAPITALS | Tokens.CLAUSE)
                || !tokens.is(next, Tokens.CAPITAL)
                || goesOn(tokens, next + 1)
                || !isBodyWord(tokens, next)) {
            return span;
        }
        return new Span(
                span.part(),
                span.start(),
                tokens.end(next),
                Kind.ORGANIZATION,
                span.margin(),
                span.recalled());
    }

    private static boolean goesOn(Tokens tokens, int i) {
        return i < tokens.count()
                && tokens.is(i, Tokens.CAPITAL)
                && !tokens.is(i, Tokens.SENTENCE | Tokens.CLAUSE);
    }

    private boolean isBodyWord(Tokens tokens, int i) {
        return (gazetteer.classes(tokens.hash(i)) & NameClass.BODY_WORD.bit()) != 0;
    }

    /// The first word that begins at or after an offset.
    private static int firstFrom(Tokens tokens, int offset) {
        int from = 0;
        int to = tokens.count();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (tokens.start(middle) < offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
