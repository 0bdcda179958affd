package newspulse.training.tone;

import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Vectors of English words, near for words that keep the same company. What ships are the 30,000
/// most frequent words of GloVe 6B in 100 dimensions (Pennington et al., "GloVe: Global Vectors for
/// Word Representation", EMNLP 2014; public domain), a byte for each number. Only training needs
/// them.
final class WordVectors {
    private static final String SHIPPED = "/newspulse/training/en-vectors.bin";
    private static final int MAGIC = 0x4e505756;
    private static final int LARGEST = 127;
    private static final int MOST_WORDS = 1 << 20;
    private static final int MOST_DIMENSIONS = 1 << 10;

    /// Of a word of this rank half of the weight of a rare one counts.
    private static final float HALF_RANK = 200;

    private final Map<Long, Integer> ranks;
    private final byte[] values;
    private final int dimensions;
    private final float scale;

    private WordVectors(Map<Long, Integer> ranks, byte[] values, int dimensions, float scale) {
        this.ranks = ranks;
        this.values = values;
        this.dimensions = dimensions;
        this.scale = scale;
    }

    static WordVectors shipped() throws IOException {
        try (InputStream in = WordVectors.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IOException("missing from the application: " + SHIPPED);
            }
            return read(in);
        }
    }

    /// Reads what [#compress] wrote.
    ///
    /// @throws IOException when it is no such file, or cut short
    static WordVectors read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        int magic = in.readInt();
        int words = in.readInt();
        int dimensions = in.readUnsignedShort();
        if (magic != MAGIC || words < 0 || words > MOST_WORDS || dimensions > MOST_DIMENSIONS) {
            throw new IOException("not a file of word vectors");
        }
        float scale = in.readFloat();
        Map<Long, Integer> ranks = HashMap.newHashMap(words);
        for (int rank = 0; rank < words; rank++) {
            ranks.putIfAbsent(in.readLong(), rank);
        }
        byte[] values = in.readNBytes(words * dimensions);
        if (values.length < words * dimensions) {
            throw new IOException("word vectors cut short");
        }
        return new WordVectors(ranks, values, dimensions, scale);
    }

    /// Writes vectors with a byte for each number.
    ///
    /// @param text lines of `word number number ...`, the most frequent word first, as GloVe has
    ///   them
    /// @param words how many of them
    static void compress(BufferedReader text, int words, OutputStream to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = text.readLine();
                line != null && lines.size() < words;
                line = text.readLine()) {
            lines.add(line);
        }
        int dimensions = lines.getFirst().split(" ", -1).length - 1;
        float[] numbers = new float[lines.size() * dimensions];
        float largest = 0;
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeInt(lines.size());
        out.writeShort(dimensions);
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(" ", -1);
            for (int d = 0; d < dimensions; d++) {
                float number = Float.parseFloat(parts[d + 1]);
                numbers[i * dimensions + d] = number;
                largest = Math.max(largest, Math.abs(number));
            }
        }
        float scale = largest / LARGEST;
        out.writeFloat(scale);
        for (String line : lines) {
            out.writeLong(WordHash.of(line.substring(0, line.indexOf(' '))));
        }
        for (float number : numbers) {
            out.writeByte(Math.round(number / scale));
        }
        out.flush();
    }

    int dimensions() {
        return dimensions;
    }

    /// Ranks by the hash of the word; 0 is the most frequent.
    Map<Long, Integer> ranks() {
        return ranks;
    }

    float value(int rank, int dimension) {
        return scale * values[rank * dimensions + dimension];
    }

    /// How much a word counts in a text: 0..1.
    static float weight(int rank) {
        return rank / (rank + HALF_RANK);
    }

    /// Adds up the weighted vectors of the words of a text, over the root of the sum of the
    /// weights.
    ///
    /// @param to is written, from `offset` on
    void pool(Tokens tokens, float[] to, int offset) {
        float weights = 0;
        for (int i = 0; i < tokens.count(); i++) {
            Integer rank = ranks.get(tokens.hash(i));
            if (rank != null) {
                float weight = weight(rank);
                weights += weight;
                for (int d = 0; d < dimensions; d++) {
                    to[offset + d] += weight * value(rank, d);
                }
            }
        }
        for (int d = 0; d < dimensions && weights > 0; d++) {
            to[offset + d] /= (float) Math.sqrt(weights);
        }
    }
}
