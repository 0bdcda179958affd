package newspulse.engine.text;

import java.util.Map;

/// A read-only map from a word's hash to what is known of it; 0 stands for an unknown word. A slot
/// holds half of the hash above the value, so that a look-up touches one cache line; the other half
/// picks the slot.
public final class WordTable {
    private static final long HASH = 0xffffffff00000000L;

    private final long[] slots;
    private final int mask;

    public WordTable(Map<Long, Integer> entries) {
        int capacity = Integer.highestOneBit(Math.max(entries.size(), 4) * 2 - 1) * 2;
        slots = new long[capacity];
        mask = capacity - 1;
        entries.forEach(this::put);
    }

    /// A table of these.
    ///
    /// @param keys distinct
    /// @param values of the keys, in their order
    public WordTable(long[] keys, int[] values) {
        int capacity = Integer.highestOneBit(Math.max(keys.length, 4) * 2 - 1) * 2;
        slots = new long[capacity];
        mask = capacity - 1;
        for (int i = 0; i < keys.length; i++) {
            put(keys[i], values[i]);
        }
    }

    private void put(long key, int value) {
        int slot = (int) key & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (key & HASH) | Integer.toUnsignedLong(value);
    }

    public int get(long key) {
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
