package newspulse.engine.keywords;

import newspulse.engine.text.WordTable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/// What was counted of the words of a language. How rare each is: 1 for one that was never counted,
/// nearer 0 the more texts hold it (inverse document frequency, Spärck Jones, 1972). And how often
/// it is a verb, of the places that tell. Both in steps of 1/255, of words without a plural s. The
/// file: `NPWR`, a version, the number of words, then hash and both steps of each.
public final class WordStatistics {
    private static final int MAGIC = 0x4e505752;
    private static final int VERSION = 1;
    private static final int STEPS = 255;
    private static final int BYTES = Long.BYTES + 2;
    private static final int HEAD = 3 * Integer.BYTES;

    private final WordTable table;

    private WordStatistics(WordTable table) {
        this.table = table;
    }

    /// Reads what [#toBytes] wrote.
    ///
    /// @throws IllegalStateException when the bytes are not such a file
    public static WordStatistics read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD || in.getInt() != MAGIC || in.getInt() != VERSION) {
            throw damaged("not a table of version " + VERSION);
        }
        int size = in.getInt();
        if (size < 0 || (long) size * BYTES != in.remaining()) {
            throw damaged("not the size it should have");
        }
        long[] keys = new long[size];
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            keys[i] = in.getLong();
            int rarity = Byte.toUnsignedInt(in.get());
            values[i] = ((rarity + 1) << Byte.SIZE) | Byte.toUnsignedInt(in.get());
            if (keys[i] == 0 || (i > 0 && keys[i] <= keys[i - 1])) {
                throw damaged("words out of order");
            }
        }
        return new WordStatistics(new WordTable(keys, values));
    }

    private static IllegalStateException damaged(String why) {
        return new IllegalStateException("the table of word frequencies is damaged: " + why);
    }

    /// The file.
    ///
    /// @param holders how many texts hold each word
    /// @param verbs how often it is a verb, 0..1; 0 for a word that is not there
    /// @param texts how many there are
    public static byte[] toBytes(Map<Long, Integer> holders, Map<Long, Double> verbs, int texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(holders.size());
            double most = StrictMath.log(texts);
            for (var entry : new TreeMap<>(holders).entrySet()) {
                double rarity = StrictMath.log((double) texts / entry.getValue()) / most;
                out.writeLong(entry.getKey());
                out.writeByte(Math.clamp(Math.round(STEPS * rarity), 0, STEPS - 1));
                out.writeByte((int) Math.round(STEPS * verbs.getOrDefault(entry.getKey(), 0.0)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// How rare a word is, 0..1.
    double rarity(long stem) {
        int known = table.get(stem);
        return known == 0 ? 1 : ((known >> Byte.SIZE) - 1.0) / STEPS;
    }

    /// How often a word is a verb, 0..1.
    double verb(long stem) {
        return (double) (table.get(stem) & STEPS) / STEPS;
    }
}
