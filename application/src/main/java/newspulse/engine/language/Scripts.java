package newspulse.engine.language;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Which script a text is written in. A character of Hangul, Han or kana says as much as several
/// letters, and counts so, a little more for Hangul: Korean headlines are full of names in Latin
/// letters. Kana are counted as Han, which they are mixed with.
final class Scripts {
    /// Digits, punctuation, and marks of no script of their own.
    static final int NONE = 0;

    /// One more than the largest number of a script.
    static final int KINDS = UnicodeScript.values().length + 1;

    private static final Map<UnicodeScript, Integer> NUMBERS = numbers();
    private static final int HAN = of(UnicodeScript.HAN);
    private static final int HANGUL = of(UnicodeScript.HANGUL);
    private static final int LETTERS_OF_HANGUL = 4;
    private static final int LETTERS_OF_HAN = 3;
    private static final char FIRST_HAN = 0x4e00;
    private static final char LAST_HAN = 0x9fff;
    private static final char FIRST_HANGUL = 0xac00;
    private static final char LAST_HANGUL = 0xd7a3;
    private static final char LAST_PRIVATE = 0xf8ff;
    private static final byte[] OF = table();

    private final int[] counts = new int[KINDS];
    private int weight;
    private int main;

    private Scripts() {}

    /// Counts the letters of a document, no more than about `atMost`.
    static Scripts of(Document document, int atMost) {
        Scripts scripts = new Scripts();
        int left = scripts.count(document.title(), atMost);
        for (Tokens tokens : document.body()) {
            left = scripts.count(tokens, left);
        }
        return scripts;
    }

    private int count(Tokens tokens, int atMost) {
        int left = atMost;
        for (int i = 0; i < tokens.count() && left > 0; i++) {
            if (!tokens.is(i, Tokens.LETTERS)) {
                continue;
            }
            int end = Math.min(tokens.end(i), tokens.start(i) + left);
            for (int at = tokens.start(i); at < end; at++) {
                add(of(tokens.text.charAt(at)));
            }
            left -= end - tokens.start(i);
        }
        return left;
    }

    private void add(int script) {
        if (script == NONE) {
            return;
        }
        int more = script == HANGUL ? LETTERS_OF_HANGUL : script == HAN ? LETTERS_OF_HAN : 1;
        weight += more;
        counts[script] += more;
        if (counts[script] > counts[main]) {
            main = script;
        }
    }

    /// The script that most of the text is in, or [#NONE].
    int main() {
        return main;
    }

    /// How much of the text the main script has, 0..1.
    double share() {
        return weight == 0 ? 0 : (double) counts[main] / weight;
    }

    /// How much the main script's letters say together, in letters.
    int letters() {
        return counts[main];
    }

    /// The script of a UTF-16 unit.
    static int of(char c) {
        return OF[c] & 0xff;
    }

    static int of(UnicodeScript script) {
        return NUMBERS.getOrDefault(script, NONE);
    }

    private static Map<UnicodeScript, Integer> numbers() {
        Map<UnicodeScript, Integer> numbers = new EnumMap<>(UnicodeScript.class);
        for (UnicodeScript script : UnicodeScript.values()) {
            numbers.put(script, numbers.size() + 1);
        }
        return numbers;
    }

    /// Fills the large blocks at once, since asking for each character takes a cold JVM some time.
    private static byte[] table() {
        byte[] table = new byte[Character.MAX_VALUE + 1];
        Arrays.fill(table, FIRST_HAN, LAST_HAN + 1, (byte) HAN);
        Arrays.fill(table, FIRST_HANGUL, LAST_HANGUL + 1, (byte) HANGUL);
        UnicodeScript last = UnicodeScript.UNKNOWN;
        byte number = NONE;
        for (int c = 0; c < table.length; c++) {
            if (table[c] != NONE || (c >= Character.MIN_SURROGATE && c <= LAST_PRIVATE)) {
                continue;
            }
            UnicodeScript script = UnicodeScript.of(c);
            if (script != last) {
                last = script;
                number = (byte) number(script);
            }
            table[c] = number;
        }
        return table;
    }

    private static int number(UnicodeScript script) {
        return switch (script) {
            case COMMON, INHERITED, UNKNOWN -> NONE;
            case HIRAGANA, KATAKANA, BOPOMOFO -> HAN;
            default -> of(script);
        };
    }
}
