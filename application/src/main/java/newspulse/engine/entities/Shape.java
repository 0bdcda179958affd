package newspulse.engine.entities;

import newspulse.engine.text.Tokens;

/// How a word of a cased script is written, and how its sentence is.
final class Shape {
    static final int LOWER = 0;
    static final int CAPITAL = 1;
    static final int CAPITALS = 2;
    static final int MIXED = 3;
    static final int INITIAL = 4;
    static final int ACRONYM = 5;
    static final int NUMBER = 6;
    static final int WITH_DIGIT = 7;

    /// There is no word.
    static final int NONE = 8;

    static final int BITS = 4;

    /// A sentence in the usual case, in Title Case, in CAPITALS; or too short to tell.
    static final int NORMAL = 0;

    static final int TITLE = 1;
    static final int UPPER = 2;
    static final int SHORT = 3;

    private static final int FEW_WORDS = 4;
    private static final double MOST = 0.7;

    private Shape() {}

    static int of(Tokens tokens, int i) {
        int flags = tokens.flags(i);
        if ((flags & Tokens.NUMBER) != 0) {
            return NUMBER;
        }
        if ((flags & Tokens.CAPITAL) == 0) {
            return (flags & Tokens.DIGIT) == 0 ? LOWER : WITH_DIGIT;
        }
        if ((flags & Tokens.DIGIT) != 0) {
            return WITH_DIGIT;
        }
        if ((flags & Tokens.ALL_CAPITALS) != 0) {
            return CAPITALS;
        }
        int length = tokens.length(i);
        if (length == 1) {
            return INITIAL;
        }
        String text = tokens.text;
        int start = tokens.start(i);
        if (text.charAt(start + 1) == '.') {
            return ACRONYM;
        }
        for (int at = start + 1; at < start + length; at++) {
            if (Character.isUpperCase(text.charAt(at))) {
                return MIXED;
            }
        }
        return CAPITAL;
    }

    /// How the words of a sentence are written.
    static int ofSentence(Tokens tokens, int from, int to) {
        int words = 0;
        int capitals = 0;
        int upper = 0;
        for (int i = from; i < to; i++) {
            int flags = tokens.flags(i);
            if ((flags & Tokens.LATIN) != 0) {
                words++;
                capitals += (flags & Tokens.CAPITAL) != 0 ? 1 : 0;
                boolean one = tokens.length(i) == 1 && (flags & Tokens.CAPITAL) != 0;
                upper += one || (flags & Tokens.ALL_CAPITALS) != 0 ? 1 : 0;
            }
        }
        if (words > 0 && upper >= MOST * words) {
            return UPPER;
        }
        if (words < FEW_WORDS) {
            return capitals == words ? SHORT : NORMAL;
        }
        return capitals >= MOST * words ? TITLE : NORMAL;
    }
}
