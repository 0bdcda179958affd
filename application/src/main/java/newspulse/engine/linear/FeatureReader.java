package newspulse.engine.linear;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.util.Arrays;

/// Makes the [Features] of one document.
final class FeatureReader {
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;
    private static final long PIECE = 0x2545f4914f6cdd1dL;

    /// The same as of pieces within a word: what a space divides is one with what none does.
    private static final long ACROSS = PIECE;

    private static final long MARKS = 0x632be59bd9b4e019L;

    /// Stands before the first word of a text.
    private static final long NO_WORD = 0x51ed270b0a1f39c1L;

    /// Of the marks after a token the first few say it all: "!!!!!" is "!!!".
    private static final int MOST_MARKS = 3;

    private static final int FEATURES_A_TOKEN = 16;
    private static final char WORD_BEGINS = '\u0002';
    private static final char WORD_ENDS = '\u0003';

    private final Document document;
    private final Grams grams;
    private final char[] word = new char[Features.LONGEST_WORD + 2];
    private final int[] starts;
    private final int[] withins;
    private int[] hashes;
    private int count;
    private int token;

    FeatureReader(Document document, Grams grams) {
        this.document = document;
        this.grams = grams;
        int tokens = Math.min(document.words(), Features.MOST_TOKENS);
        starts = new int[tokens + 1];
        withins = new int[tokens];
        hashes = new int[tokens * FEATURES_A_TOKEN + FEATURES_A_TOKEN];
    }

    Features read() {
        int[] fields = new int[document.body().size() + 2];
        for (int field = 0; field < fields.length - 1; field++) {
            readField(Features.field(document, field));
            fields[field + 1] = token;
        }
        return new Features(hashes, starts, withins, fields, token);
    }

    private void readField(Tokens tokens) {
        int readable = Math.min(tokens.count(), starts.length - 1 - token);
        long before = NO_WORD;
        for (int i = 0; i < readable; i++) {
            reserve();
            long hash = tokens.hash(i);
            hashes[count++] = (int) (hash >>> Integer.SIZE);
            hashes[count++] = (int) (WordHash.join(before, hash) >>> Integer.SIZE);
            before = hash;
            if (!tokens.is(i, Tokens.NUMBER)) {
                addPieces(tokens, i);
            }
            addMarks(tokens, i);
            withins[token] = count;
            if (grams.across()) {
                addPiecesAcross(tokens, i);
            }
            token++;
            starts[token] = count;
        }
    }

    private void reserve() {
        int needed = count + word.length * (grams.longest() - grams.shortest() + 1) + 3;
        needed += grams.longest() * grams.longest();
        if (needed > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(needed, hashes.length * 2));
        }
    }

    private void addPieces(Tokens tokens, int i) {
        int length = fold(tokens, i);
        int[] into = hashes;
        int at = count;
        int shortest = grams.shortest();
        int longest = grams.longest();
        for (int from = 0; from < length; from++) {
            int end = Math.min(from + longest, length);
            long h = PIECE;
            for (int to = from; to < end; to++) {
                h = (h ^ word[to]) * MULTIPLIER;
                if (to - from + 1 >= shortest) {
                    into[at++] = (int) (h >>> Integer.SIZE);
                }
            }
        }
        count = at;
    }

    /// Adds the runs that begin in a token and end in the next one.
    private void addPiecesAcross(Tokens tokens, int i) {
        int next = i + 1;
        if (next >= tokens.count()
                || tokens.is(next, Tokens.SENTENCE)
                || tokens.is(i, Tokens.NUMBER)
                || tokens.is(next, Tokens.NUMBER)) {
            return;
        }
        String text = tokens.text;
        int end = tokens.end(i);
        int longest = grams.longest();
        int first = Math.max(tokens.start(i), end - longest + 1);
        int nextStart = tokens.start(next);
        int nextLength = tokens.length(next);
        for (int from = first; from < end; from++) {
            long h = ACROSS;
            for (int at = from; at < end; at++) {
                h = (h ^ Character.toLowerCase(text.charAt(at))) * MULTIPLIER;
            }
            int more = Math.min(longest - (end - from), nextLength);
            for (int at = 0; at < more; at++) {
                h = (h ^ Character.toLowerCase(text.charAt(nextStart + at))) * MULTIPLIER;
                hashes[count++] = (int) (h >>> Integer.SIZE);
            }
        }
    }

    /// Copies a token into `word`, in lower case and between marks of its ends.
    private int fold(Tokens tokens, int i) {
        String text = tokens.text;
        int start = tokens.start(i);
        int end = Math.min(tokens.end(i), start + Features.LONGEST_WORD);
        int length = 0;
        word[length++] = WORD_BEGINS;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c >= 'a' && c <= 'z') {
                word[length++] = c;
            } else {
                word[length++] = c == '’' ? '\'' : Character.toLowerCase(c);
            }
        }
        word[length++] = WORD_ENDS;
        return length;
    }

    /// Adds what stands between a token and the next, but for white space.
    private void addMarks(Tokens tokens, int i) {
        String text = tokens.text;
        int from = tokens.end(i);
        int to = i + 1 < tokens.count() ? tokens.start(i + 1) : text.length();
        if (to - from == 1 && text.charAt(from) == ' ') {
            return;
        }
        long h = MARKS;
        int marks = 0;
        for (int at = from; at < to && marks < MOST_MARKS; at++) {
            char c = text.charAt(at);
            if (c > ' ' && !Character.isWhitespace(c)) {
                h = (h ^ c) * MULTIPLIER;
                marks++;
            }
        }
        if (marks > 0) {
            hashes[count++] = (int) (h >>> Integer.SIZE);
        }
    }
}
