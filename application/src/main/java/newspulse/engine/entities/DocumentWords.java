package newspulse.engine.entities;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

/// Which words of a document it writes in lower case somewhere, and which with a capital where none
/// is called for: the memory that makes a headline in capitals readable.
final class DocumentWords {
    static final int LOWER = 1;
    static final int CAPITAL = 2;

    /// What lies beyond adds nothing, and costs time.
    private static final int MOST_WORDS = 2_000;

    private final long[] slots;
    private final byte[] seen;
    private final int mask;

    DocumentWords(Document document) {
        int words = Math.min(document.words(), MOST_WORDS);
        int capacity = Integer.highestOneBit(words + 4) * 4;
        slots = new long[capacity];
        seen = new byte[capacity];
        mask = capacity - 1;
        int left = words - note(document.title(), words);
        for (Tokens tokens : document.body()) {
            left -= note(tokens, left);
        }
    }

    private int note(Tokens tokens, int atMost) {
        int count = Math.min(tokens.count(), atMost);
        for (int from = 0; from < count; ) {
            int to = Math.min(tokens.sentenceEnd(from), count);
            if (Shape.ofSentence(tokens, from, to) == Shape.NORMAL) {
                for (int i = from; i < to; i++) {
                    boolean capital = tokens.is(i, Tokens.CAPITAL);
                    if (!capital || i > from) {
                        put(tokens.hash(i), capital ? CAPITAL : LOWER);
                    }
                }
            }
            from = to;
        }
        return count;
    }

    private void put(long hash, int how) {
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = hash;
        seen[slot] |= (byte) how;
    }

    /// [#LOWER], [#CAPITAL], both, or 0.
    int of(long hash) {
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return seen[slot];
    }
}
