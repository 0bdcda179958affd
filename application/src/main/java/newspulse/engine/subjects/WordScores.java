package newspulse.engine.subjects;

import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// What single words speak for, each class with a byte: a linear model over the mean of word
/// vectors, multiplied out word by word, so that no vector is needed to answer. It knows many more
/// words than labelled texts hold, and that is what carries over to sources never seen.
///
/// A text's logit is the mean of its words' rows, each word weighted by how rare it is.
public final class WordScores {
    /// What is added to the sum of the weights, so that a single word is not sure of everything.
    public static final float PRIOR_WEIGHT = 0.3f;

    private static final int MAGIC = 0x4e505753;
    private static final int VERSION = 1;
    private static final int MOST_WORDS = 1 << 20;
    private static final int MOST_CLASSES = 1 << 8;
    private static final int FULL_WEIGHT = 255;
    private static final int STEPS = 127;

    private final int classes;
    private final float[] scale;
    private final long[] words;
    private final byte[] weights;
    private final byte[] rows;
    private final WordTable index;

    private WordScores(float[] scale, long[] words, byte[] weights, byte[] rows) {
        this.classes = scale.length;
        this.scale = scale;
        this.words = words;
        this.weights = weights;
        this.rows = rows;
        int[] places = new int[words.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + 1;
        }
        index = new WordTable(words, places);
    }

    /// Makes the table of words and their scores.
    ///
    /// @param weights of the words, 0..1
    /// @param scores for each word one for each class
    public static WordScores of(List<String> words, float[] weights, float[][] scores) {
        int classes = scores[0].length;
        float[] scale = new float[classes];
        for (float[] row : scores) {
            for (int c = 0; c < classes; c++) {
                scale[c] = Math.max(scale[c], Math.abs(row[c]) / STEPS);
            }
        }
        long[] hashes = new long[words.size()];
        byte[] bytes = new byte[hashes.length];
        byte[] rows = new byte[hashes.length * classes];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = WordHash.of(words.get(i));
            bytes[i] = (byte) Math.round(weights[i] * FULL_WEIGHT);
            for (int c = 0; c < classes; c++) {
                float step = scale[c] == 0 ? 0 : scores[i][c] / scale[c];
                rows[i * classes + c] = (byte) Math.round(step);
            }
        }
        return new WordScores(scale, hashes, bytes, rows);
    }

    public int classes() {
        return classes;
    }

    /// How many words are known.
    public int size() {
        return words.length;
    }

    /// Adds a range of tokens.
    ///
    /// @param weight of these tokens among others
    /// @param sums is added to, one for each class
    /// @return the mass of what was added, for [#finish]
    float add(Tokens tokens, int from, int to, float weight, float[] sums) {
        int[] totals = new int[classes];
        int mass = 0;
        for (int i = from; i < to; i++) {
            int row = row(tokens, i);
            if (row >= 0) {
                int rare = weights[row] & 0xff;
                mass += rare;
                int at = row * classes;
                for (int c = 0; c < classes; c++) {
                    totals[c] += rare * rows[at + c];
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            sums[c] += weight * totals[c] / FULL_WEIGHT;
        }
        return weight * mass / FULL_WEIGHT;
    }

    /// Turns sums into the means that they stand for.
    void finish(float mass, float[] sums) {
        for (int c = 0; c < classes; c++) {
            sums[c] *= scale[c] / (mass + PRIOR_WEIGHT);
        }
    }

    /// What one token adds to a class before the division by the mass.
    float contribution(Tokens tokens, int token, int label) {
        int row = row(tokens, token);
        return row < 0
                ? 0
                : (weights[row] & 0xff) * rows[row * classes + label] * scale[label] / FULL_WEIGHT;
    }

    private int row(Tokens tokens, int token) {
        long hash = tokens.hash(token);
        int found = index.get(hash);
        if (found == 0 && tokens.stem(token) != hash) {
            found = index.get(tokens.stem(token));
        }
        return found - 1;
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException when it ends too soon
    /// @throws IllegalStateException when it is no such table
    static WordScores read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
            throw new IllegalStateException("not a table of word scores of version " + VERSION);
        }
        int size = in.readInt();
        int classes = in.readUnsignedShort();
        if (size < 0 || size > MOST_WORDS || classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalStateException("a table of word scores of impossible size");
        }
        float[] scale = new float[classes];
        for (int c = 0; c < classes; c++) {
            scale[c] = in.readFloat();
        }
        byte[] hashes = in.readNBytes(size * Long.BYTES);
        if (hashes.length != size * Long.BYTES) {
            throw new IllegalStateException("a table of word scores cut short");
        }
        long[] words = new long[size];
        ByteBuffer.wrap(hashes).asLongBuffer().get(words);
        byte[] weights = in.readNBytes(size);
        byte[] rows = in.readNBytes(size * classes);
        if (weights.length != size || rows.length != size * classes) {
            throw new IllegalStateException("a table of word scores cut short");
        }
        return new WordScores(scale, words, weights, rows);
    }

    /// Writes the table: magic `NPWS`, version, how many words and classes; the scale of each
    /// class; hashes, weights and rows of all words.
    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeInt(words.length);
        out.writeShort(classes);
        for (float step : scale) {
            out.writeFloat(step);
        }
        for (long word : words) {
            out.writeLong(word);
        }
        out.write(weights);
        out.write(rows);
    }
}
