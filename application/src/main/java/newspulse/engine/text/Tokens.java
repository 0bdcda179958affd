package newspulse.engine.text;

import java.util.Arrays;

/// The words and numbers of one text, in parallel arrays: where each stands, its hash in lower
/// case, and what its characters say of it. Built by [Tokenizer], read-only from then on.
public final class Tokens {
    public static final int LATIN = 1;
    public static final int HANGUL = 1 << 1;
    public static final int HAN = 1 << 2;
    public static final int KANA = 1 << 3;
    public static final int OTHER = 1 << 4;
    public static final int DIGIT = 1 << 5;

    /// Nothing but digits and their separators.
    public static final int NUMBER = 1 << 6;

    public static final int CAPITAL = 1 << 7;

    /// More than one letter, and every one a capital.
    public static final int ALL_CAPITALS = 1 << 8;

    /// The first of its sentence.
    public static final int SENTENCE = 1 << 9;

    /// The first of its clause; the first of a sentence is that too.
    public static final int CLAUSE = 1 << 10;

    /// Tied to the token before it by a hyphen alone.
    public static final int HYPHEN = 1 << 11;

    /// Ends in n't.
    public static final int CONTRACTED_NOT = 1 << 12;

    /// Had a possessive 's, which `end` and `hash` leave out.
    public static final int POSSESSIVE = 1 << 13;

    /// Has an @ before it.
    public static final int MENTION = 1 << 15;

    /// Has a # before it.
    public static final int HASHTAG = 1 << 16;

    /// The symbol of a share: `$AAPL`, `BRK.B`, `005930.KS`.
    public static final int TICKER = 1 << 17;

    /// A web or e-mail address, which is no word and has no letters' flag.
    public static final int ADDRESS = 1 << 18;

    public static final int NON_ASCII = 1 << 14;

    public static final int LETTERS = LATIN | HANGUL | HAN | KANA | OTHER;

    /// The hash that every number has.
    public static final long NUMBER_HASH = WordHash.of("#");

    /// The hash that every address has.
    public static final long ADDRESS_HASH = WordHash.of("@");

    public final String text;
    private int count;
    private int[] starts;
    private int[] ends;
    private int[] flags;
    private long[] hashes;
    private long[] stems;

    public Tokens(String text) {
        this.text = text;
        int room = text.length() / 4 + 4;
        starts = new int[room];
        ends = new int[room];
        flags = new int[room];
        hashes = new long[room];
        stems = new long[room];
    }

    public void add(int start, int end, int flag, long hash, long stem) {
        if (count == starts.length) {
            int room = count * 2;
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            flags = Arrays.copyOf(flags, room);
            hashes = Arrays.copyOf(hashes, room);
            stems = Arrays.copyOf(stems, room);
        }
        starts[count] = start;
        ends[count] = end;
        flags[count] = flag;
        hashes[count] = hash;
        stems[count] = stem;
        count++;
    }

    /// Whether a token begins before `at` and ends after it, of those at the end.
    boolean cuts(int at) {
        int i = count - 1;
        while (i >= 0 && starts[i] >= at) {
            i--;
        }
        return i >= 0 && ends[i] > at;
    }

    /// Takes back the tokens that begin at `start` or later, and gives the flags of the first.
    int takeBack(int start) {
        int flag = 0;
        while (count > 0 && starts[count - 1] >= start) {
            count--;
            flag = flags[count];
        }
        return flag;
    }

    public int count() {
        return count;
    }

    public int start(int i) {
        return starts[i];
    }

    public int end(int i) {
        return ends[i];
    }

    public int length(int i) {
        return ends[i] - starts[i];
    }

    public long hash(int i) {
        return hashes[i];
    }

    /// The hash without a plural s.
    public long stem(int i) {
        return stems[i];
    }

    public boolean is(int i, int anyOf) {
        return (flags[i] & anyOf) != 0;
    }

    public int flags(int i) {
        return flags[i];
    }

    /// Where the sentence that holds token `i` ends: the index of the next one's first token.
    public int sentenceEnd(int i) {
        int next = i + 1;
        while (next < count && !is(next, SENTENCE)) {
            next++;
        }
        return next;
    }
}
