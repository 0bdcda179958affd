package newspulse.engine.tone;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words and phrases of up to three words with what they do to the tone of a sentence. An entry is
/// an int: its low byte the valence in tenths, the next the strength that a booster adds in
/// hundredths, and above them the roles.
final class Lexicon {
    static final int NEGATOR = 1 << 16;
    static final int BUT = 1 << 17;

    /// Rises, falls: whether that is good depends on what moves.
    static final int DIRECTION = 1 << 18;

    /// Unemployment, deaths: bad when it grows, good when it shrinks.
    static final int QUANTITY = 1 << 19;

    /// The first word of a phrase.
    static final int OPENS_PHRASE = 1 << 20;

    /// Turns what stands before it.
    static final int NEGATES_BEFORE = 1 << 22;

    /// Turns what is bad just before or after it.
    static final int RESOLVER = 1 << 23;

    /// May stand within a word, not only at its beginning.
    static final int INSIDE = 1 << 24;

    /// Must be a word by itself.
    static final int WHOLE = 1 << 25;

    /// In the lexicon as such, be it without any valence.
    private static final int KNOWN = 1 << 21;

    /// Where something came to: a record low is as good or bad as the fall to it.
    static final int LEVEL = 1 << 27;

    /// Of a line, not of an entry: its value goes to what follows.
    private static final int BOOSTER = 1 << 26;

    private static final int LONGEST = 3;

    private final WordTable table;

    /// Reads lines of `value [role] TAB term, term, ...`. A later valence of a term replaces an
    /// earlier one; roles add up.
    Lexicon(List<TermLine> lines) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : lines) {
            double value = Double.parseDouble(line.head().getFirst());
            int role =
                    line.head().stream().skip(1).mapToInt(Lexicon::role).reduce(0, (a, b) -> a | b);
            for (String term : line.terms()) {
                add(entries, term, value, role);
            }
        }
        table = new WordTable(entries);
    }

    private static int role(String name) {
        return switch (name) {
            case "negator", "before" -> NEGATOR;
            case "after" -> NEGATES_BEFORE;
            case "but" -> BUT;
            case "direction" -> DIRECTION;
            case "level" -> DIRECTION | LEVEL;
            case "quantity" -> QUANTITY;
            case "resolver" -> RESOLVER;
            case "inside" -> INSIDE;
            case "whole" -> WHOLE;
            case "booster" -> BOOSTER;
            default -> throw new IllegalArgumentException("no such role: " + name);
        };
    }

    private static void add(Map<Long, Integer> entries, String term, double value, int role) {
        Tokens words = Tokenizer.tokenize(term.replace('#', '0'));
        if (words.count() == 0 || words.count() > LONGEST) {
            throw new IllegalArgumentException("not one to three words: " + term);
        }
        long hash = words.hash(0);
        if (words.count() > 1) {
            entries.merge(hash, OPENS_PHRASE, (old, flag) -> old | flag);
        }
        for (int i = 1; i < words.count(); i++) {
            hash = WordHash.join(hash, words.hash(i));
        }
        int old = entries.getOrDefault(hash, 0);
        int entry = role == BOOSTER ? boosting(old, value) : valued(old, value) | role;
        entries.put(hash, entry | KNOWN);
    }

    private static int valued(int entry, double valence) {
        int tenths = (int) Math.round(valence * 10);
        return (entry & ~0xff) | (tenths & 0xff);
    }

    private static int boosting(int entry, double boost) {
        int hundredths = (int) Math.round(boost * 100);
        return (entry & ~0xff00) | ((hundredths & 0xff) << 8);
    }

    int get(long hash) {
        return table.get(hash);
    }

    /// What is known of the phrase that begins at token `i`, at most up to `end`, the longest
    /// first: to be taken apart by `entry` and `words`.
    long at(Tokens tokens, int i, int end) {
        int single = table.get(tokens.hash(i));
        if ((single & OPENS_PHRASE) == 0 || i + 1 >= end) {
            return pack(single, 1);
        }
        long two = WordHash.join(tokens.hash(i), tokens.hash(i + 1));
        if (i + 2 < end) {
            int three = table.get(WordHash.join(two, tokens.hash(i + 2)));
            if ((three & KNOWN) != 0) {
                return pack(three, LONGEST);
            }
        }
        int pair = table.get(two);
        return (pair & KNOWN) == 0 ? pack(single, 1) : pack(pair, 2);
    }

    private static long pack(int entry, int words) {
        return ((long) words << Integer.SIZE) | Integer.toUnsignedLong(entry);
    }

    static int entry(long found) {
        return (int) found;
    }

    static int words(long found) {
        return (int) (found >>> Integer.SIZE);
    }

    /// -4 to 4.
    static double valence(int entry) {
        return (byte) entry / 10.0;
    }

    static double boost(int entry) {
        return (byte) (entry >> 8) / 100.0;
    }
}
