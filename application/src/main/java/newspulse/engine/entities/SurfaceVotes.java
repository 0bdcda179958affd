package newspulse.engine.entities;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.util.Arrays;
import java.util.List;

/// What the names of one document are, by how they are written: each mention votes for its kind
/// with its margin, and a person's full name for the last name alone. An open-addressed table, so
/// that asking costs next to nothing.
final class SurfaceVotes {
    private static final int KINDS = 3;
    private static final float LEAST = 0.2f;

    private final long[] keys;
    private final float[] votes;
    private final int mask;
    private int longest = 1;

    SurfaceVotes(Document document, List<Span> spans) {
        int capacity = Integer.highestOneBit(2 * spans.size() + 2) * 4;
        keys = new long[capacity];
        votes = new float[capacity * KINDS];
        mask = capacity - 1;
        for (Span span : spans) {
            if (span.kind().isReported()) {
                String text = document.part(span.part()).text;
                float margin = Math.max(span.margin(), LEAST);
                vote(WordHash.of(text, span.start(), span.end()), span.kind(), margin);
                int last = text.lastIndexOf(' ', span.end() - 1) + 1;
                if (span.kind() == Kind.PERSON && last > span.start()) {
                    vote(WordHash.of(text, last, span.end()), Kind.PERSON, margin);
                }
                longest = Math.max(longest, words(text, span));
            }
        }
    }

    private static int words(String text, Span span) {
        int words = 1;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            words += c == ' ' || c == '-' || c == '&' ? 1 : 0;
        }
        return words;
    }

    private void vote(long key, Kind kind, float margin) {
        int slot = slot(key);
        keys[slot] = key;
        votes[slot * KINDS + kind.code()] += margin;
    }

    private int slot(long key) {
        int slot = (int) key & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /// The kind that most speaks for, or [Kind#OTHER] where nothing is known.
    Kind of(String text, int start, int end) {
        int slot = slot(WordHash.of(text, start, end));
        if (keys[slot] == 0) {
            return Kind.OTHER;
        }
        float[] each = Arrays.copyOfRange(votes, slot * KINDS, slot * KINDS + KINDS);
        int best = each[1] > each[0] ? 1 : 0;
        return Kind.of(each[2] > each[best] ? 2 : best);
    }

    /// The end of the longest known name that begins with a token, as a token; `first` where there
    /// is none.
    int match(Tokens tokens, int first, int to) {
        int end = first;
        for (int next = first + 1; next <= Math.min(to, first + longest); next++) {
            Kind kind = of(tokens.text, tokens.start(first), tokens.end(next - 1));
            end = kind == Kind.OTHER ? end : next;
        }
        return end;
    }
}
