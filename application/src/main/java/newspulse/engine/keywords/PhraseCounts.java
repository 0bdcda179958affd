package newspulse.engine.keywords;

import newspulse.engine.text.Tokens;

import java.util.Arrays;

/// How often each word and phrase of one article occurs, and where first. Each has an index, given
/// in the order of first occurrence, so that equal input gives equal output.
final class PhraseCounts {
    private static final byte TITLE = 1;
    private static final byte NAME = 2;
    private static final byte WHOLE = 4;
    private static final byte NAME_PHRASE = 8;
    private static final byte HEAD = 16;

    private final int longest;
    private int[] slots;
    private int size;
    private long[] keys;
    private int[] counts;
    private int[] starts;
    private int[] ends;
    private int[] positions;
    private Tokens[] texts;
    private byte[] flags;
    private float[] rarities;
    private int[] members;
    private byte[] lengths;

    PhraseCounts(int longest, int expected) {
        this.longest = longest;
        int room = Math.max(16, expected);
        slots = new int[Integer.highestOneBit(room * 2) * 2];
        keys = new long[room];
        counts = new int[room];
        starts = new int[room];
        ends = new int[room];
        positions = new int[room];
        texts = new Tokens[room];
        flags = new byte[room];
        rarities = new float[room];
        lengths = new byte[room];
        members = new int[room * longest];
    }

    /// Counts one occurrence and gives its index.
    int add(long key, Tokens text, int start, int end, boolean title, int position) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            slots[slot] = size + 1;
            keys[size] = key;
            texts[size] = text;
            starts[size] = start;
            ends[size] = end;
            positions[size] = position;
            lengths[size] = 1;
            size++;
        }
        int index = slots[slot] - 1;
        counts[index]++;
        flags[index] |= title ? TITLE : 0;
        return index;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int room = size * 2;
        keys = Arrays.copyOf(keys, room);
        counts = Arrays.copyOf(counts, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        positions = Arrays.copyOf(positions, room);
        texts = Arrays.copyOf(texts, room);
        flags = Arrays.copyOf(flags, room);
        rarities = Arrays.copyOf(rarities, room);
        lengths = Arrays.copyOf(lengths, room);
        members = Arrays.copyOf(members, room * longest);
        slots = new int[Integer.highestOneBit(room * 2) * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }

    /// Says of a word how rare it is in its language, 0..1, whether it is written like a name here,
    /// and whether it may stand alone.
    void describe(int index, double rarity, boolean name, boolean head) {
        rarities[index] = (float) rarity;
        flags[index] |= head ? HEAD : 0;
        flags[index] |= name ? NAME : 0;
    }

    /// Says which word is the `place`th of a phrase.
    void member(int index, int place, int word) {
        members[index * longest + place] = word;
        lengths[index] = (byte) Math.max(lengths[index], place + 1);
    }

    /// Says that a phrase stood by itself once, between two gaps.
    void markWhole(int index) {
        flags[index] |= WHOLE;
    }

    /// Says that a phrase is a name.
    void markName(int index) {
        flags[index] |= NAME_PHRASE;
    }

    /// The index of a word or phrase that was counted.
    int index(long key) {
        return slots[slot(key)] - 1;
    }

    /// Of a word that is written like a name, the fuller name that it is most often part of; any
    /// other is what it is.
    int fullName(int word) {
        int best = word;
        if (words(word) > 1 || !isName(word)) {
            return word;
        }
        for (int i = 0; i < size; i++) {
            boolean more = best == word || counts[i] > counts[best];
            if ((flags[i] & NAME_PHRASE) != 0 && more && holds(i, word)) {
                best = i;
            }
        }
        return best;
    }

    private boolean holds(int phrase, int word) {
        for (int k = 0; k < lengths[phrase]; k++) {
            if (members[phrase * longest + k] == word) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    int count(int index) {
        return counts[index];
    }

    int words(int index) {
        return lengths[index];
    }

    int memberOf(int index, int place) {
        return members[index * longest + place];
    }

    int position(int index) {
        return positions[index];
    }

    double rarity(int index) {
        return rarities[index];
    }

    boolean inTitle(int index) {
        return (flags[index] & TITLE) != 0;
    }

    boolean isName(int index) {
        return (flags[index] & NAME) != 0;
    }

    boolean isHead(int index) {
        return (flags[index] & HEAD) != 0;
    }

    boolean isWhole(int index) {
        return (flags[index] & WHOLE) != 0;
    }

    /// As it is written where it first stands.
    String surface(int index) {
        return texts[index].text.substring(starts[index], ends[index]);
    }
}
