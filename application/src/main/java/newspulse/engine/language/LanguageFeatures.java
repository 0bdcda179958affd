package newspulse.engine.language;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/// The hashed features that tell languages of one script apart: of each word, in lower case between
/// two boundary marks, the runs of one to four characters (Cavnar and Trenkle, 1994) and the word
/// itself. At most [#LETTERS] letters are read, which bounds the work.
public final class LanguageFeatures {
    /// More letters do not change an answer.
    public static final int LETTERS = 200;

    private static final int LONGEST_GRAM = 4;
    private static final int LONGEST_PIECE = 40;
    private static final char BOUNDARY = '_';
    private static final long EMPTY = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0xd6e8feb86659fd93L;

    private final int script;
    private final int shift;
    private final char[] piece = new char[LONGEST_PIECE + 2];
    private int[] buckets;
    private int count;
    private int left;

    private LanguageFeatures(int script, int bits, int letters) {
        this.script = script;
        this.left = letters;
        this.buckets = new int[letters * (LONGEST_GRAM + 1)];
        this.shift = Long.SIZE - bits;
    }

    /// Reads the letters of one script.
    ///
    /// @param bits there are `2^bits` buckets
    public static LanguageFeatures of(Document document, UnicodeScript script, int bits) {
        return of(document, Scripts.of(script), bits, LETTERS);
    }

    /// Reads at most so many letters.
    static LanguageFeatures of(Document document, int script, int bits, int letters) {
        LanguageFeatures features = new LanguageFeatures(script, bits, letters);
        features.read(document.title());
        for (Tokens tokens : document.body()) {
            features.read(tokens);
        }
        return features;
    }

    int count() {
        return count;
    }

    int bucket(int i) {
        return buckets[i];
    }

    /// The buckets, some of them more than once.
    public int[] toArray() {
        return Arrays.copyOf(buckets, count);
    }

    private void read(Tokens tokens) {
        for (int i = 0; i < tokens.count() && left > 0; i++) {
            if (tokens.is(i, Tokens.LETTERS)) {
                word(tokens.text, tokens.start(i), tokens.end(i));
            }
        }
    }

    private void word(String text, int start, int end) {
        int size = 0;
        piece[size++] = BOUNDARY;
        for (int i = start; i < end && left > 0; i++) {
            char c = text.charAt(i);
            if (Scripts.of(c) == script) {
                piece[size++] = Character.toLowerCase(c);
                left--;
            } else if (c == '\'' || c == '’') {
                piece[size++] = '\'';
            }
            if (size > LONGEST_PIECE) {
                grams(size);
                size = 0;
            }
        }
        if (size > 1 || (size == 1 && piece[0] != BOUNDARY)) {
            piece[size++] = BOUNDARY;
            grams(size);
        }
    }

    private void grams(int size) {
        if (count + (size + 1) * LONGEST_GRAM > buckets.length) {
            buckets = Arrays.copyOf(buckets, buckets.length * 2);
        }
        for (int from = 0; from < size; from++) {
            long h = EMPTY;
            int end = Math.min(size, from + LONGEST_GRAM);
            for (int i = from; i < end; i++) {
                h = (h ^ piece[i]) * PRIME;
                if (i > from || piece[i] != BOUNDARY) {
                    buckets[count++] = bucket(h + i - from);
                }
            }
        }
        if (size > LONGEST_GRAM) {
            long h = EMPTY;
            for (int i = 0; i < size; i++) {
                h = (h ^ piece[i]) * PRIME;
            }
            buckets[count++] = bucket(h);
        }
    }

    private int bucket(long hash) {
        long h = hash;
        h ^= h >>> 32;
        h *= MIX;
        return (int) (h >>> shift);
    }
}
