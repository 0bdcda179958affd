package newspulse.training.vectors;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words as vectors: words that are used alike are near each other. `docs/subjects.md` says of what
/// those that ship were made.
public final class WordVectors {
    /// The file of those that ship.
    public static final String FILE = "en/word-vectors.bin";

    private static final int MAGIC = 0x4e505756;
    private static final int VERSION = 1;

    /// Brings the means of vectors to about the size at which the trainer's rate serves.
    private static final float SIZE = 3;

    private final List<String> words = new ArrayList<>();
    private final Map<Long, Integer> index = new HashMap<>();
    private final float[] weights;
    private final float[][] vectors;
    private final int dimensions;

    /// Reads a file: magic `NPWV`, version, how many words (int) and dimensions (short); for each
    /// word the word, its weight 0..1, a scale, and a byte for each dimension.
    ///
    /// @throws IllegalStateException when it is no such file, or a damaged one
    public WordVectors(byte[] file) {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
                throw new IllegalStateException("not word vectors of version " + VERSION);
            }
            int size = in.readInt();
            dimensions = in.readUnsignedShort();
            if (size < 0 || (long) size * dimensions > file.length) {
                throw new IllegalStateException("word vectors of impossible size");
            }
            weights = new float[size];
            vectors = new float[size][dimensions];
            for (int i = 0; i < size; i++) {
                String word = in.readUTF();
                words.add(word);
                index.putIfAbsent(WordHash.of(word), i);
                weights[i] = in.readFloat();
                float scale = in.readFloat() * SIZE;
                for (int d = 0; d < dimensions; d++) {
                    vectors[i][d] = in.readByte() * scale;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("damaged word vectors", e);
        }
    }

    /// How many numbers a vector has.
    public int dimensions() {
        return dimensions;
    }

    /// How many words there are.
    public int size() {
        return vectors.length;
    }

    public String word(int word) {
        return words.get(word);
    }

    /// How much a word counts in a text: 0..1.
    public float weight(int word) {
        return weights[word];
    }

    public float value(int word, int dimension) {
        return vectors[word][dimension];
    }

    /// The mean of a document's words, rare ones counting more; of a word that is not known the
    /// singular is taken.
    ///
    /// @param prior is added to the sum of the weights
    /// @param length of the array that is given, the rest of which is 0
    public float[] mean(Document document, float prior, int length) {
        float[] mean = new float[length];
        float mass = prior + add(document.title(), true, mean, 0);
        for (Tokens tokens : document.body()) {
            mass += add(tokens, true, mean, 0);
        }
        for (int d = 0; d < dimensions; d++) {
            mean[d] /= mass;
        }
        return mean;
    }

    /// Adds up the weighted vectors of the words of a text, over the root of the sum of the
    /// weights.
    ///
    /// @param to is written, from `offset` on
    public void pool(Tokens tokens, float[] to, int offset) {
        float mass = add(tokens, false, to, offset);
        for (int d = 0; d < dimensions && mass > 0; d++) {
            to[offset + d] /= (float) Math.sqrt(mass);
        }
    }

    private float add(Tokens tokens, boolean singular, float[] sum, int offset) {
        float mass = 0;
        for (int i = 0; i < tokens.count(); i++) {
            Integer word = index.get(tokens.hash(i));
            word = word == null && singular ? index.get(tokens.stem(i)) : word;
            if (word != null) {
                float weight = weights[word];
                mass += weight;
                float[] vector = vectors[word];
                for (int d = 0; d < dimensions; d++) {
                    sum[offset + d] += weight * vector[d];
                }
            }
        }
        return mass;
    }
}
