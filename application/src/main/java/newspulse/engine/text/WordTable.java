package newspulse.engine.text;

import java.util.Map;

/// A read-only map from a word's hash to what is known of it; 0 stands for an unknown word. A slot
/// holds half of the hash above the value, so that a look-up touches one cache line; the other half
/// picks the slot.
///
/// Most look-ups are of words that a table does not have, and a table of all words of a language is
/// larger than the nearer caches. So a filter of one hash (Bloom, 1970) of two bytes a word stands
/// before it, which says "not there" of fifteen such words of sixteen.
public final class WordTable {
    private static final long HASH = 0xffffffff00000000L;

    /// Bits of the filter for each entry, at least.
    private static final int FILTER_BITS = 16;

    private final long[] slots;
    private final int mask;
    private final long[] filter;
    private final int filterShift;

    public WordTable(Map<Long, Integer> entries) {
        this(entries.size());
        entries.forEach(this::put);
    }

    /// Makes it of `keys[i]` to `values[i]`; of a key that occurs twice the first value holds.
    public WordTable(long[] keys, int[] values) {
        this(keys.length);
        for (int i = 0; i < keys.length; i++) {
            put(keys[i], values[i]);
        }
    }

    private WordTable(int entries) {
        int capacity = Integer.highestOneBit(Math.max(entries, 4) * 2 - 1) * 2;
        slots = new long[capacity];
        mask = capacity - 1;
        int bits = Integer.highestOneBit(Math.max(entries, 4) * 2 - 1) * FILTER_BITS;
        filter = new long[bits / Long.SIZE];
        filterShift = Long.SIZE - Integer.numberOfTrailingZeros(bits);
    }

    private void put(long key, int value) {
        int slot = (int) key & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (key & HASH) | Integer.toUnsignedLong(value);
        int bit = (int) (key >>> filterShift);
        filter[bit >>> 6] |= 1L << bit;
    }

    public int get(long key) {
        int bit = (int) (key >>> filterShift);
        if ((filter[bit >>> 6] >>> bit & 1) == 0) {
            return 0;
        }
        int slot = (int) key & mask;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if (((found ^ key) & HASH) == 0) {
                return (int) found;
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }
}
