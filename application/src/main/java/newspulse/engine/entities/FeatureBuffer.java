package newspulse.engine.entities;

/// The features of one item of a sequence, as 32-bit hashes. Those that name words come first, so
/// that training can leave them out now and then and learn to do without. Not thread-safe: each
/// analysis has its own.
public final class FeatureBuffer {
    private static final int ROOM = 96;
    private static final long TEMPLATE = 0xff51afd7ed558ccdL;
    private static final long TAG = 0x9e3779b97f4a7c15L;
    private static final long MIX = 0xd6e8feb86659fd93L;

    private final int[] hashes = new int[ROOM];
    private int count;
    private int lexical;

    public void clear() {
        count = 0;
        lexical = 0;
    }

    /// Adds a feature: its template and what was found there.
    public void add(int template, long value) {
        long h = (value ^ template * TEMPLATE) * TAG;
        h ^= h >>> 32;
        hashes[count++] = (int) ((h * MIX) >>> 32);
    }

    /// Says that the features so far name words, and those to come do not.
    public void endLexical() {
        lexical = count;
    }

    public int count() {
        return count;
    }

    /// How many of the first features name words.
    public int lexical() {
        return lexical;
    }

    public int hash(int i) {
        return hashes[i];
    }
}
