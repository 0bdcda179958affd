package newspulse.engine.text;

/// Names words by 64-bit hashes (FNV-1a over lower-cased UTF-16, then mixed), so that looking one
/// up needs no string. In a table of ten thousand words, which keeps half of the bits beside the
/// slot, a word takes another for itself with odds of about 1 in 10^9.
public final class WordHash {
    public static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private WordHash() {}

    /// The unfinished hash of a word that goes on with `c`, which is already in lower case.
    public static long step(long unfinished, char c) {
        return (unfinished ^ c) * PRIME;
    }

    /// Finishes a hash; never 0.
    public static long finish(long unfinished) {
        long h = unfinished;
        h ^= h >>> 32;
        h *= 0xd6e8feb86659fd93L;
        h ^= h >>> 32;
        return h == 0 ? 1 : h;
    }

    public static long of(String word) {
        long h = EMPTY;
        for (int i = 0; i < word.length(); i++) {
            h = step(h, word.charAt(i));
        }
        return finish(h);
    }

    /// The hash of a piece of a text, in lower case.
    public static long of(String text, int from, int to) {
        long h = EMPTY;
        for (int i = from; i < to; i++) {
            h = step(h, Character.toLowerCase(text.charAt(i)));
        }
        return finish(h);
    }

    /// The hash of two words, or of a phrase and one more word.
    public static long join(long first, long next) {
        return finish(first * 0x9e3779b97f4a7c15L + next);
    }
}
