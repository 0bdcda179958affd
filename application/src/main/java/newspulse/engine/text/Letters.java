package newspulse.engine.text;

/// The characters of a text, and what the tokenizer asks about the places between them: what goes
/// on across a mark that otherwise separates.
final class Letters {
    /// The most letters that an apostrophe cuts off.
    private static final int ELIDED = 2;

    private static final int ASCII = 0x80;

    private final char[] text;

    Letters(char[] text) {
        this.text = text;
    }

    /// At a sign: whether the letters after it are the name of an account or a tag.
    boolean beginsName(int at) {
        return !follows(at) && at + 1 < text.length && isName(kindAt(at + 1));
    }

    boolean beginsSymbol(int at) {
        return !follows(at) && Shapes.isSymbolAt(text, at + 1);
    }

    private static boolean isName(byte kind) {
        return Characters.isWord(kind) && kind != Characters.MARK && kind != Characters.DIGIT;
    }

    /// Whether a word or another sign stands right before.
    private boolean follows(int at) {
        return at > 0 && (Characters.isWord(kindBefore(at)) || "@#$&/".indexOf(text[at - 1]) >= 0);
    }

    private byte kindBefore(int at) {
        boolean pair = at > 1 && Character.isSurrogatePair(text[at - 2], text[at - 1]);
        return kindAt(pair ? at - 2 : at - 1);
    }

    boolean ties(int at) {
        return at > 0
                && at + 1 < text.length
                && Characters.isWord(kindBefore(at))
                && Characters.isWord(kindAt(at + 1));
    }

    private boolean latinAt(int i) {
        return i < text.length && Characters.kind(text[i]) == Characters.LATIN;
    }

    /// At the full stop within U.S. or a.m., where every part is one letter.
    boolean acronymGoesOn(int start, int i, int flags) {
        boolean oneLetter = i - start == 1 || (i >= start + 2 && text[i - 2] == '.');
        return oneLetter
                && (flags & Tokens.LATIN) != 0
                && latinAt(i + 1)
                && (i + 2 >= text.length || !Characters.isWord(Characters.kind(text[i + 2])));
    }

    /// Whether an and-sign stands within a name like S&P or AT&T, or an underscore within that of
    /// an account or a tag.
    boolean joins(int start, int i) {
        if (i == start || i + 1 >= text.length) {
            return false;
        }
        return switch (text[i]) {
            case '&' -> isLatinCapital(text[i - 1]) && isLatinCapital(text[i + 1]);
            case '_' -> Characters.isWord(kindAt(i + 1)) && kindAt(i + 1) != Characters.MARK;
            default -> false;
        };
    }

    private static boolean isLatinCapital(char c) {
        return Characters.kind(c) == Characters.LATIN && isCapital(c);
    }

    /// At an apostrophe: whether it stands within a word (don't, O'Neill, d'emploi, м'ята), not
    /// between two.
    boolean elides(int start, int i) {
        if (!latinAt(i + 1)) {
            return i > start
                    && i + 1 < text.length
                    && Characters.kind(text[i - 1]) == Characters.OTHER_LETTER
                    && Characters.kind(text[i + 1]) == Characters.OTHER_LETTER;
        }
        int after = i + 1;
        while (after < text.length && after - i <= ELIDED + 1 && Characters.isWord(kindAt(after))) {
            after++;
        }
        return i - start <= ELIDED || after - i - 1 <= ELIDED;
    }

    static boolean isCapital(char c) {
        return c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    byte kindAt(int i) {
        byte kind = Characters.kind(text[i]);
        if (kind != Characters.SURROGATE) {
            return kind;
        }
        return width(i) == 2
                ? Characters.letter(Character.toCodePoint(text[i], text[i + 1]))
                : Characters.SEPARATOR;
    }

    /// How many units the character at `i` has.
    int width(int i) {
        boolean pair =
                Character.isHighSurrogate(text[i])
                        && i + 1 < text.length
                        && Character.isLowSurrogate(text[i + 1]);
        return pair ? 2 : 1;
    }
}
