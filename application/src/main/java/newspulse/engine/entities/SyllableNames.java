package newspulse.engine.entities;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Known names of a language whose words carry their particles: found syllable by syllable, with or
/// without spaces within them.
final class SyllableNames {
    static final int CLASSES = (1 << 20) - 1;

    private static final int GOES_ON = 1 << 30;

    private final WordTable names;

    /// @param lines of `class TAB name, name, ...`
    SyllableNames(List<TermLine> lines) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : lines) {
            int bit = NameClass.of(line.head().getFirst()).bit();
            for (String name : line.terms()) {
                put(entries, name, bit);
            }
        }
        names = new WordTable(entries);
    }

    private static void put(Map<Long, Integer> entries, String name, int bit) {
        long hash = WordHash.EMPTY;
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (c == ' ') {
                continue;
            }
            hash = WordHash.step(hash, c);
            int found = i == name.length() - 1 ? bit : GOES_ON;
            entries.merge(WordHash.finish(hash), found, (a, b) -> a | b);
        }
    }

    /// Finds the longest name that begins at a place of a text.
    ///
    /// @return its end in the low 32 bits, its classes above; 0 where there is none
    long longest(String text, int start, int to) {
        long hash = WordHash.EMPTY;
        long best = 0;
        for (int i = start; i < to; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c == ' ') {
                continue;
            }
            hash = WordHash.step(hash, c);
            int found = names.get(WordHash.finish(hash));
            if ((found & CLASSES) != 0) {
                best = (long) (found & CLASSES) << Integer.SIZE | i + 1;
            }
            if ((found & GOES_ON) == 0) {
                break;
            }
        }
        return best;
    }
}
