package newspulse.engine.tone;

import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordTable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;

/// What words say of the tone by the company that they keep elsewhere: scores for each label that
/// were learned over word vectors, so that a word has them that no labelled text held. A passage
/// has the sum of its words' scores over the root of the sum of their weights (rare words weigh
/// more).
public final class WordScores {
    private static final int MOST = 1 << 20;
    private static final int WEIGHT_STEPS = 255;

    private final WordTable table;
    private final long[] words;
    private final int[] entries;
    private final float scale;

    private WordScores(long[] words, int[] entries, float scale) {
        this.words = words;
        this.entries = entries;
        this.table = new WordTable(words, entries);
        this.scale = scale;
    }

    /// Makes it of what was learned.
    ///
    /// @param entries from a word's hash to weight and scores, see [#pack]
    /// @param scale what a score of 1 stands for
    public static WordScores of(SortedMap<Long, Integer> entries, float scale) {
        long[] words = entries.keySet().stream().mapToLong(word -> word).toArray();
        int[] values = entries.values().stream().mapToInt(entry -> entry).toArray();
        return new WordScores(words, values, scale);
    }

    /// A word's entry; never 0.
    ///
    /// @param weight 0..1
    public static int pack(float weight, int negative, int neutral, int positive) {
        int steps = Math.clamp(Math.round(weight * WEIGHT_STEPS), 1, WEIGHT_STEPS);
        return (steps << 24)
                | ((negative & 0xff) << 16)
                | ((neutral & 0xff) << 8)
                | (positive & 0xff);
    }

    /// Adds the scores of a range of tokens to logits.
    void add(Tokens tokens, int from, int to, float[] logits) {
        int weights = 0;
        int negative = 0;
        int neutral = 0;
        int positive = 0;
        for (int i = from; i < to; i++) {
            int entry = table.get(tokens.hash(i));
            weights += entry >>> 24;
            negative += (byte) (entry >> 16);
            neutral += (byte) (entry >> 8);
            positive += (byte) entry;
        }
        if (weights > 0) {
            float by = scale / (float) Math.sqrt((double) weights / WEIGHT_STEPS);
            logits[PassageModel.NEGATIVE] += by * negative;
            logits[PassageModel.NEUTRAL] += by * neutral;
            logits[PassageModel.POSITIVE] += by * positive;
        }
    }

    /// What a word adds to the difference of positive and negative in a passage of its own.
    double pull(Tokens tokens, int i) {
        int entry = table.get(tokens.hash(i));
        return scale * ((byte) entry - (byte) (entry >> 16));
    }

    static WordScores read(DataInputStream in) throws IOException {
        int words = in.readInt();
        if (words < 0 || words > MOST) {
            throw new IllegalStateException("an impossible number of words");
        }
        float scale = in.readFloat();
        byte[] bytes = in.readNBytes(words * (Long.BYTES + Integer.BYTES));
        if (bytes.length < words * (Long.BYTES + Integer.BYTES)) {
            throw new IllegalStateException("words cut short");
        }
        long[] hashes = new long[words];
        int[] entries = new int[words];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.asLongBuffer().get(hashes);
        buffer.position(words * Long.BYTES).slice().asIntBuffer().get(entries);
        return new WordScores(hashes, entries, scale);
    }

    /// Writes how many there are, the scale, the hashes rising, and the entries.
    void write(DataOutputStream out) throws IOException {
        out.writeInt(words.length);
        out.writeFloat(scale);
        for (long word : words) {
            out.writeLong(word);
        }
        for (int entry : entries) {
            out.writeInt(entry);
        }
    }
}
