package newspulse.engine.keywords;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Characters;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells the noun in a Korean word from the particle after it, by a list of endings of which the
/// longest that fits decides, and by what a particle asks of the syllable before it.
final class KoreanEndings {
    private static final int LONGEST = 4;
    private static final int SHORTEST_NOUN = 2;

    private static final int ANY = 1;
    private static final int AFTER_VOWEL = 2;
    private static final int AFTER_CONSONANT = 3;
    private static final int AFTER_VOWEL_OR_L = 4;
    private static final int VERB = 5;
    private static final int KEEP = 6;

    /// After three syllables or more: fewer are names of people.
    private static final int AFTER_LONG = 7;

    private static final int LONG_NOUN = 3;

    private static final int FIRST_SYLLABLE = 0xac00;
    private static final int LAST_SYLLABLE = 0xd7a3;
    private static final int FINALS = 28;
    private static final int FINAL_L = 8;

    private final WordTable endings;

    /// Reads lines of `kind TAB ending, ending, ...`.
    KoreanEndings(List<TermLine> lines) {
        Map<Long, Integer> kinds = new HashMap<>();
        for (TermLine line : lines) {
            int kind = kind(line.head().getFirst());
            line.terms().forEach(ending -> kinds.put(WordHash.of(ending), kind));
        }
        endings = new WordTable(kinds);
    }

    private static int kind(String name) {
        return switch (name) {
            case "any" -> ANY;
            case "vowel" -> AFTER_VOWEL;
            case "consonant" -> AFTER_CONSONANT;
            case "vowel-or-l" -> AFTER_VOWEL_OR_L;
            case "verb" -> VERB;
            case "keep" -> KEEP;
            case "long" -> AFTER_LONG;
            default -> throw new IllegalArgumentException("no such ending: " + name);
        };
    }

    /// Where the noun in the word from `start` to `end` ends: `start` if it has none.
    int nounEnd(String text, int start, int end) {
        for (int length = Math.min(LONGEST, end - start); length > 0; length--) {
            int before = end - length;
            int kind = endings.get(WordHash.of(text, before, end));
            if (kind == KEEP) {
                return end;
            }
            if (kind == VERB) {
                return start;
            }
            int shortest = kind == AFTER_LONG ? LONG_NOUN : SHORTEST_NOUN;
            if (kind != 0 && before - start == 1 && isHan(text.charAt(start))) {
                return start;
            }
            if (before - start >= shortest && fits(kind, lastOf(text, before))) {
                return before;
            }
        }
        return end;
    }

    private static boolean isHan(char c) {
        return Characters.kind(c) == Characters.HAN;
    }

    private static boolean fits(int kind, int last) {
        return switch (kind) {
            case ANY, AFTER_LONG -> true;
            case AFTER_VOWEL -> last == 0;
            case AFTER_CONSONANT -> last != 0;
            case AFTER_VOWEL_OR_L -> last == 0 || last == FINAL_L;
            default -> false;
        };
    }

    /// The final consonant of the syllable before `at`: 0 for none, or where it is no Hangul.
    private static int lastOf(String text, int at) {
        char c = text.charAt(at - 1);
        return c < FIRST_SYLLABLE || c > LAST_SYLLABLE ? 0 : (c - FIRST_SYLLABLE) % FINALS;
    }
}
