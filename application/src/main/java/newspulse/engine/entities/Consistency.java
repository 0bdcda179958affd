package newspulse.engine.entities;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.util.ArrayList;
import java.util.List;

/// Makes the mentions of a document agree: what is written alike is of one kind (Krishnan and
/// Manning, An Effective Two-Stage Model for Exploiting Non-Local Dependencies, 2006), and a name
/// that was found in one sentence is found in the others, where it has its capitals.
final class Consistency {
    private final Document document;
    private final List<Span> found;
    private final SurfaceVotes votes;

    Consistency(Document document, List<Span> found) {
        this.document = document;
        this.found = found;
        votes = new SurfaceVotes(document, found);
    }

    /// The spans that readers are told of, in reading order.
    List<Span> agreed() {
        List<Span> agreed = new ArrayList<>(found.size());
        for (Span span : found) {
            if (span.kind().isReported()) {
                String text = document.part(span.part()).text;
                agreed.add(span.as(votes.of(text, span.start(), span.end())));
            }
        }
        return agreed;
    }

    /// The same, and the mentions that were missed.
    List<Span> recalled() {
        List<Span> known = agreed();
        if (known.isEmpty()) {
            return known;
        }
        List<Span> all = new ArrayList<>(known.size() + 4);
        int next = 0;
        for (int part = 0; part < document.parts(); part++) {
            Tokens tokens = document.part(part);
            for (int i = 0; i < tokens.count(); ) {
                if (next < known.size() && isAt(known.get(next), part, tokens.end(i) - 1)) {
                    i = after(tokens, i, known.get(next).end());
                    all.add(known.get(next++));
                } else {
                    int limit = limit(tokens, i, part, next, known);
                    int end = isStart(tokens, i) ? votes.match(tokens, i, limit) : i;
                    if (end > i) {
                        all.add(recalled(tokens, part, i, end));
                    }
                    i = Math.max(end, i + 1);
                }
            }
        }
        return all;
    }

    private Span recalled(Tokens tokens, int part, int from, int to) {
        int start = tokens.start(from);
        int end = tokens.end(to - 1);
        return new Span(part, start, end, votes.of(tokens.text, start, end), 0, true);
    }

    private static boolean isAt(Span span, int part, int at) {
        return span.part() == part && span.start() <= at;
    }

    private static int after(Tokens tokens, int i, int end) {
        int next = i + 1;
        while (next < tokens.count() && tokens.start(next) < end) {
            next++;
        }
        return next;
    }

    /// A capital that no hyphen ties to what is before.
    private static boolean isStart(Tokens tokens, int i) {
        return tokens.is(i, Tokens.CAPITAL) && !tokens.is(i, Tokens.HYPHEN);
    }

    /// Up to where a name from `i` may reach: the sentence's end, or the next known name.
    private static int limit(Tokens tokens, int i, int part, int next, List<Span> known) {
        int start =
                next < known.size() && known.get(next).part() == part
                        ? known.get(next).start()
                        : Integer.MAX_VALUE;
        int limit = i + 1;
        while (limit < tokens.count()
                && !tokens.is(limit, Tokens.SENTENCE)
                && tokens.end(limit) <= start) {
            limit++;
        }
        return limit;
    }
}
