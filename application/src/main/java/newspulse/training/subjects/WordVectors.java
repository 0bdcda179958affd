package newspulse.training.subjects;

import newspulse.engine.subjects.WordScores;
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
final class WordVectors {
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
    WordVectors(byte[] file) {
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

    int dimensions() {
        return dimensions;
    }

    /// The mean of a document's words, rare ones counting more.
    ///
    /// @param length of the array that is given, the rest of which is 0
    float[] mean(Document document, int length) {
        float[] mean = new float[length];
        float mass = WordScores.PRIOR_WEIGHT + add(document.title(), mean);
        for (Tokens tokens : document.body()) {
            mass += add(tokens, mean);
        }
        for (int d = 0; d < dimensions; d++) {
            mean[d] /= mass;
        }
        return mean;
    }

    private float add(Tokens tokens, float[] sum) {
        float mass = 0;
        for (int i = 0; i < tokens.count(); i++) {
            Integer word = index.get(tokens.hash(i));
            word = word == null ? index.get(tokens.stem(i)) : word;
            if (word != null) {
                float weight = weights[word];
                mass += weight;
                float[] vector = vectors[word];
                for (int d = 0; d < dimensions; d++) {
                    sum[d] += weight * vector[d];
                }
            }
        }
        return mass;
    }

    /// Multiplies the weights of dense features with every word.
    ///
    /// @param parts each of dimension `d` and class `c` at `d * classes + c`
    /// @param classes of each part
    WordScores scores(List<float[]> parts, List<Integer> classes) {
        int all = classes.stream().mapToInt(n -> n).sum();
        float[][] scores = new float[words.size()][all];
        for (int word = 0; word < scores.length; word++) {
            int at = 0;
            for (int part = 0; part < parts.size(); part++) {
                multiply(vectors[word], parts.get(part), classes.get(part), scores[word], at);
                at += classes.get(part);
            }
        }
        return WordScores.of(words, weights, scores);
    }

    private void multiply(float[] vector, float[] weights, int classes, float[] into, int at) {
        for (int d = 0; d < dimensions; d++) {
            for (int c = 0; c < classes; c++) {
                into[at + c] += vector[d] * weights[d * classes + c];
            }
        }
    }
}
