package newspulse.engine.entities;

import newspulse.engine.text.Characters;
import newspulse.engine.text.WordHash;

import java.util.Arrays;

/// A Korean text cut into syllables, runs of Latin letters, runs of digits, and single other
/// characters; spaces separate eojeol (the words, with their particles) and are no items.
final class KoreanItems {
    final String text;
    private int count;
    private int[] starts;
    private int[] ends;
    private long[] hashes;
    private byte[] kinds;

    /// The first item of the eojeol that holds each item, and the first of the next one.
    private int[] wordStarts;

    private int[] wordEnds;

    KoreanItems(String text) {
        this.text = text;
        int room = text.length() + 1;
        starts = new int[room];
        ends = new int[room];
        hashes = new long[room];
        kinds = new byte[room];
        cut();
        starts = Arrays.copyOf(starts, count);
        wordStarts = new int[count];
        wordEnds = new int[count];
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && starts[to] == ends[to - 1]) {
                to++;
            }
            Arrays.fill(wordStarts, from, to, from);
            Arrays.fill(wordEnds, from, to, to);
            from = to;
        }
    }

    private void cut() {
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\u00a0') {
                at++;
                continue;
            }
            byte kind = Characters.kind(c);
            int end = at + 1;
            long hash = WordHash.step(WordHash.EMPTY, Character.toLowerCase(c));
            if (kind == Characters.SURROGATE) {
                end =
                        Character.isSurrogatePair(c, end < text.length() ? text.charAt(end) : ' ')
                                ? end + 1
                                : end;
            } else if (kind == Characters.LATIN || kind == Characters.DIGIT) {
                while (end < text.length() && Characters.kind(text.charAt(end)) == kind) {
                    hash = WordHash.step(hash, Character.toLowerCase(text.charAt(end++)));
                }
            }
            if (kind == Characters.DIGIT) {
                hash = (long) end - at;
            }
            starts[count] = at;
            ends[count] = end;
            kinds[count] = kind;
            hashes[count++] = WordHash.finish(hash);
            at = end;
        }
    }

    /// The hash of no syllables of an eojeol.
    static final long WORD = 7;

    /// The hash of the syllables of an eojeol up to an item, from that of those before it.
    long head(long before, int i) {
        return WordHash.join(before, hashes[i]);
    }

    int count() {
        return count;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    long hash(int i) {
        return hashes[i];
    }

    /// As [Characters] has them.
    byte kind(int i) {
        return kinds[i];
    }

    int wordStart(int i) {
        return wordStarts[i];
    }

    int wordEnd(int i) {
        return wordEnds[i];
    }

    /// Whether a sentence ends with the item.
    boolean endsSentence(int i) {
        return kinds[i] == Characters.STOP && wordEnds[i] == i + 1;
    }
}
