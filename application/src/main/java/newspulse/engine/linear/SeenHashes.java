package newspulse.engine.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/// What a model saw when it was trained, in a Bloom filter of one hash: the more of a text is in
/// it, the more the text is like what the model learned from. Of headlines about markets, a model
/// that learned from others of them knows a half of the pairs of words; one of politics knows a
/// sixth.
public final class SeenHashes {
    private static final int FEWEST_BITS = 6;
    private static final int MOST_BITS = 26;

    private final int bits;
    private final int mask;
    private final long[] words;

    private SeenHashes(int bits, long[] words) {
        this.bits = bits;
        this.mask = (1 << bits) - 1;
        this.words = words;
    }

    /// Makes it of what was seen.
    ///
    /// @param seen positions below `2^bits`: the low bits of hashes
    public static SeenHashes of(int bits, BitSet seen) {
        long[] words = new long[1 << (bits - FEWEST_BITS)];
        long[] set = seen.toLongArray();
        System.arraycopy(set, 0, words, 0, set.length);
        return new SeenHashes(bits, words);
    }

    /// Whether it was seen; of what was not, a small part is taken to be.
    public boolean contains(int hash) {
        int at = hash & mask;
        return ((words[at >>> FEWEST_BITS] >>> at) & 1) != 0;
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException when it ends too soon
    /// @throws IllegalStateException when its size is impossible
    public static SeenHashes read(DataInputStream in) throws IOException {
        int bits = in.readUnsignedByte();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new IllegalStateException("a filter of impossible size");
        }
        byte[] bytes = in.readNBytes(1 << (bits - 3));
        if (bytes.length < 1 << (bits - 3)) {
            throw new IllegalStateException("a filter cut short");
        }
        long[] words = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return new SeenHashes(bits, words);
    }

    /// Writes the number of bits as a byte, and the filter.
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(bits);
        for (long word : words) {
            out.writeLong(word);
        }
    }
}
