package newspulse.engine.text;

import java.util.Arrays;

/// What each UTF-16 unit is to the tokenizer, from a table made once.
public final class Characters {
    public static final byte SEPARATOR = 0;
    public static final byte LATIN = 1;
    public static final byte DIGIT = 2;
    public static final byte HANGUL = 3;
    public static final byte HAN = 4;
    public static final byte KANA = 5;
    public static final byte OTHER_LETTER = 6;

    /// A combining mark, a joiner or a soft hyphen: part of the word that it stands in, never its
    /// beginning.
    public static final byte MARK = 7;

    public static final byte APOSTROPHE = 8;
    public static final byte HYPHEN = 9;
    public static final byte STOP = 10;
    public static final byte CLAUSE = 11;
    public static final byte SURROGATE = 12;

    private static final char HAN_FROM = 0x4e00;
    private static final char HAN_TO = 0x9fff;
    private static final char HANGUL_FROM = 0xac00;
    private static final char HANGUL_TO = 0xd7a3;
    private static final byte[] KINDS = kinds();

    private Characters() {}

    public static byte kind(char c) {
        return KINDS[c];
    }

    public static boolean isWord(byte kind) {
        return kind >= LATIN && kind <= MARK;
    }

    /// Of a script that does not set words apart by spaces, or joins endings to them.
    public static boolean isEastAsian(int codePoint) {
        byte kind = letter(codePoint);
        return kind == HANGUL || kind == HAN || kind == KANA;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        Arrays.fill(kinds, HAN_FROM, HAN_TO + 1, HAN);
        Arrays.fill(kinds, HANGUL_FROM, HANGUL_TO + 1, HANGUL);
        Arrays.fill(kinds, Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1, SURROGATE);
        for (int c = 0; c < kinds.length; c++) {
            if (kinds[c] == SEPARATOR) {
                kinds[c] = classify((char) c);
            }
        }
        return kinds;
    }

    private static byte classify(char c) {
        return switch (c) {
            case '\'', '’' -> APOSTROPHE;
            case '-', '‐', '‑' -> HYPHEN;
            case '.', '!', '?', '。', '！', '？', '｡' -> STOP;
            case ',', ';', ':', '(', ')', '[', ']', '"', '“', '”', '‘', '—', '–', '/', '|' ->
                    CLAUSE;
            case '…', '·', 'ㆍ', '、', '，', '：', '；', '「', '」', '『', '』', '《', '》', '<', '>' ->
                    CLAUSE;
            default -> letter(c);
        };
    }

    public static byte letter(int c) {
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        if (!Character.isLetter(c)) {
            return isMark(c) ? MARK : SEPARATOR;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN -> LATIN;
            case HANGUL -> HANGUL;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            default -> c == 'ー' ? KANA : OTHER_LETTER;
        };
    }

    /// Shows nothing of itself, so that a word is the same with and without it.
    static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u200c' || c == '\u200d' || c == '\u2060';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        boolean invisible = c <= Character.MAX_VALUE && isInvisible((char) c);
        return invisible
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
