package newspulse.engine.entities;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names that are known, of one word or more, without regard to case.
public final class Gazetteer {
    /// The name begins at this word.
    static final int FIRST = 1 << 20;

    /// The name has more than one word.
    static final int LONG = 1 << 21;

    static final int CLASSES = FIRST - 1;

    private static final int GOES_ON = 1 << 30;
    private static final int MOST_WORDS = 6;

    private final WordTable names;

    /// A gazetteer of these names.
    ///
    /// @param lines of `class TAB name, name, ...`
    public Gazetteer(List<TermLine> lines) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : lines) {
            int bit = NameClass.of(line.head().getFirst()).bit();
            for (String name : line.terms()) {
                put(entries, Tokenizer.tokenize(name), bit);
            }
        }
        names = new WordTable(entries);
    }

    private static void put(Map<Long, Integer> entries, Tokens name, int bit) {
        if (name.count() == 0 || name.count() > MOST_WORDS) {
            throw new IllegalArgumentException("not a name of 1 to 6 words: " + name.text);
        }
        long hash = name.hash(0);
        for (int i = 1; i < name.count(); i++) {
            entries.merge(hash, GOES_ON, (a, b) -> a | b);
            hash = WordHash.join(hash, name.hash(i));
        }
        entries.merge(hash, bit, (a, b) -> a | b);
    }

    /// Says of each word from `from` to `to` to which longest name it belongs: the classes,
    /// [#FIRST] and [#LONG], or 0.
    void mark(Tokens tokens, int from, int to, int[] marks) {
        int at = from;
        while (at < to) {
            int end = match(tokens, at, to, marks);
            at = Math.max(end, at + 1);
        }
    }

    /// Marks the longest name that begins at a word.
    ///
    /// @return the end of the name, or `at` where there is none
    private int match(Tokens tokens, int at, int to, int[] marks) {
        long hash = tokens.hash(at);
        int found = names.get(hash);
        int classes = found & CLASSES;
        int end = classes == 0 ? at : at + 1;
        for (int i = at + 1; i < to && (found & GOES_ON) != 0; i++) {
            hash = WordHash.join(hash, tokens.hash(i));
            found = names.get(hash);
            if ((found & CLASSES) != 0) {
                classes = found & CLASSES;
                end = i + 1;
            }
        }
        int length = end - at > 1 ? LONG : 0;
        for (int i = at; i < end; i++) {
            marks[i] = classes | length | (i == at ? FIRST : 0);
        }
        if (end == at) {
            marks[at] = 0;
        }
        return end;
    }

    /// What is known of a name of one word, by its hash.
    int classes(long hash) {
        return names.get(hash) & CLASSES;
    }
}
