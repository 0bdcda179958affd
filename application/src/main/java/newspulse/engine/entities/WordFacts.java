package newspulse.engine.entities;

import newspulse.engine.text.WordTable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;

/// What running text tells of words, learned without labels. In English how they are mostly
/// written: 1 for words always in lower case, to 6 for those always with a capital, and 7 and 8 for
/// the same of words seen once or twice. In Korean how often words begin with these syllables, in
/// talk (the sevens, above 1) and in news (the ones): 0 for hardly ever to 6 for a thousand times
/// and more.
///
/// File, big-endian: magic `NPWF`, version, number of words, then for each its hash (long) and its
/// case (byte).
public final class WordFacts {
    static final int MAGIC = 0x4e505746;
    static final int VERSION = 1;

    private static final int ENTRY = Long.BYTES + Byte.BYTES;
    private static final int HEAD = 2 * Integer.BYTES + 1;

    private final WordTable table;

    private WordFacts(WordTable table) {
        this.table = table;
    }

    /// Reads a file.
    ///
    /// @throws IllegalStateException when the bytes are no such file
    public static WordFacts read(String name, byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < HEAD || in.getInt() != MAGIC || in.get() != VERSION) {
            throw new IllegalStateException(name + ": not word facts of this version");
        }
        int count = in.getInt();
        if (count < 0 || in.remaining() != (long) count * ENTRY) {
            throw new IllegalStateException(name + ": damaged: its length does not fit");
        }
        long[] words = new long[count];
        int[] facts = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = in.getLong();
            facts[i] = in.get();
        }
        return new WordFacts(new WordTable(words, facts));
    }

    /// The bytes that [#read] takes.
    ///
    /// @param facts by the hash of the word, above 0 and below 2^7
    public static byte[] bytes(SortedMap<Long, Integer> facts) {
        var bytes = new ByteArrayOutputStream(HEAD + facts.size() * ENTRY);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.write(VERSION);
            out.writeInt(facts.size());
            for (Map.Entry<Long, Integer> fact : facts.entrySet()) {
                out.writeLong(fact.getKey());
                out.write(fact.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// What is known of a word; 0 where nothing is.
    int of(long hash) {
        return table.get(hash);
    }
}
