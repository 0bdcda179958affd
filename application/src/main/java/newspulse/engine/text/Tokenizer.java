package newspulse.engine.text;

/// Splits a text into words and numbers in one pass. Words of any script hold together across
/// apostrophes and, in acronyms, full stops; numbers across separators. What is neither letter,
/// mark nor digit, lone surrogates among it, only separates.
public final class Tokenizer {
    /// A capitalised word this short before a full stop is more often "Mr", "Inc" or "Gen".
    private static final int ABBREVIATION = 3;

    /// The most letters that an apostrophe cuts off.
    private static final int ELIDED = 2;

    private static final int TO_LOWER = 0x20;
    private static final int ASCII = 0x80;

    private final char[] text;
    private final Tokens tokens;
    private int at;
    private int pending = Tokens.SENTENCE | Tokens.CLAUSE;

    private Tokenizer(String text) {
        this.text = text.toCharArray();
        this.tokens = new Tokens(text);
    }

    public static Tokens tokenize(String text) {
        return new Tokenizer(text).run();
    }

    private Tokens run() {
        while (at < text.length) {
            byte kind = kindAt(at);
            if (kind == Characters.DIGIT) {
                number();
            } else if (Characters.isWord(kind) && kind != Characters.MARK) {
                word(at, WordHash.EMPTY, 0);
            } else {
                separate(kind);
                at += width(at);
            }
        }
        return tokens;
    }

    private void separate(byte kind) {
        switch (kind) {
            case Characters.CLAUSE, Characters.APOSTROPHE -> pending |= Tokens.CLAUSE;
            case Characters.STOP -> pending |= endsSentence() ? Tokens.CLAUSE | Tokens.SENTENCE : 0;
            case Characters.HYPHEN -> pending |= ties() ? Tokens.HYPHEN : Tokens.CLAUSE;
            default -> {}
        }
    }

    private boolean ties() {
        return at > 0
                && at + 1 < text.length
                && Characters.isWord(kindAt(at - 1))
                && Characters.isWord(kindAt(at + 1));
    }

    private boolean endsSentence() {
        if (text[at] != '.') {
            return true;
        }
        int last = tokens.count() - 1;
        boolean abbreviation =
                last >= 0
                        && tokens.end(last) == at
                        && tokens.is(last, Tokens.CAPITAL)
                        && tokens.length(last) <= ABBREVIATION;
        return !abbreviation && (at + 1 == text.length || text[at + 1] == ' ');
    }

    private void number() {
        int start = at;
        while (at < text.length) {
            char c = text[at];
            boolean joins =
                    (c == '.' || c == ',' || c == ':')
                            && at + 1 < text.length
                            && Characters.kind(text[at + 1]) == Characters.DIGIT;
            if (Characters.kind(c) != Characters.DIGIT && !joins) {
                break;
            }
            at++;
        }
        if (at < text.length && Characters.isWord(kindAt(at))) {
            long h = WordHash.EMPTY;
            for (int i = start; i < at; i++) {
                h = WordHash.step(h, text[i]);
            }
            word(start, h, Tokens.DIGIT);
            return;
        }
        int flags = Tokens.NUMBER | Tokens.DIGIT | pending;
        pending = 0;
        tokens.add(start, at, flags, Tokens.NUMBER_HASH, Tokens.NUMBER_HASH);
    }

    /// Reads a word from `at`; what it begins with before that is in `unfinished` and `known`.
    private void word(int start, long unfinished, int known) {
        long h = unfinished;
        long beforeLast = h;
        long beforeApostrophe = 0;
        int apostrophe = -1;
        int flags = known;
        int capitals = 0;
        int i = at;
        while (i < text.length) {
            char c = text[i];
            byte kind = Characters.kind(c);
            if (kind == Characters.LATIN && c < ASCII) {
                char lower = (char) (c | TO_LOWER);
                capitals += lower == c ? 0 : 1;
                flags |= Tokens.LATIN;
                beforeLast = h;
                h = WordHash.step(h, lower);
                i++;
            } else if (Characters.isWord(kindAt(i))) {
                flags |= flag(kindAt(i)) | (c < ASCII ? 0 : Tokens.NON_ASCII);
                capitals += isCapital(c) ? 1 : 0;
                beforeLast = h;
                for (int end = i + width(i); i < end; i++) {
                    h = WordHash.step(h, Character.toLowerCase(text[i]));
                }
            } else if (kind == Characters.APOSTROPHE && elides(start, i)) {
                apostrophe = i;
                beforeApostrophe = h;
                h = WordHash.step(h, '\'');
                i++;
            } else if (c == '.' && acronymGoesOn(start, i, flags)) {
                i++;
            } else {
                break;
            }
        }
        at = i;
        flags |= capitals > 1 && capitals == i - start ? Tokens.ALL_CAPITALS : 0;
        char last = text[i - 1];
        if (apostrophe >= 0 && apostrophe + 2 == i) {
            if (last == 's' || last == 'S') {
                add(
                        start,
                        apostrophe,
                        flags | Tokens.POSSESSIVE,
                        beforeApostrophe,
                        beforeApostrophe);
                return;
            }
            boolean not = (last | TO_LOWER) == 't' && (text[apostrophe - 1] | TO_LOWER) == 'n';
            flags |= not ? Tokens.CONTRACTED_NOT : 0;
        }
        add(start, i, flags, h, isPlural(start, i) ? beforeLast : h);
    }

    private void add(int start, int end, int flags, long h, long stem) {
        int capital = isCapital(text[start]) ? Tokens.CAPITAL : 0;
        long hash = WordHash.finish(h);
        long stemHash = stem == h ? hash : WordHash.finish(stem);
        tokens.add(start, end, flags | capital | pending, hash, stemHash);
        pending = 0;
    }

    private static boolean isCapital(char c) {
        return c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private static int flag(byte kind) {
        return switch (kind) {
            case Characters.LATIN -> Tokens.LATIN;
            case Characters.HANGUL -> Tokens.HANGUL;
            case Characters.HAN -> Tokens.HAN;
            case Characters.KANA -> Tokens.KANA;
            case Characters.DIGIT -> Tokens.DIGIT;
            default -> Tokens.OTHER;
        };
    }

    private boolean latinAt(int i) {
        return i < text.length && Characters.kind(text[i]) == Characters.LATIN;
    }

    /// At the full stop within U.S. or a.m., where every part is one letter.
    private boolean acronymGoesOn(int start, int i, int flags) {
        boolean oneLetter = i - start == 1 || (i >= start + 2 && text[i - 2] == '.');
        return oneLetter
                && (flags & Tokens.LATIN) != 0
                && latinAt(i + 1)
                && (i + 2 >= text.length || !Characters.isWord(Characters.kind(text[i + 2])));
    }

    /// At an apostrophe: whether it stands within a word (don't, O'Neill, d'emploi), not between
    /// two.
    private boolean elides(int start, int i) {
        if (!latinAt(i + 1)) {
            return false;
        }
        int after = i + 1;
        while (after < text.length && after - i <= ELIDED + 1 && Characters.isWord(kindAt(after))) {
            after++;
        }
        return i - start <= ELIDED || after - i - 1 <= ELIDED;
    }

    private boolean isPlural(int start, int end) {
        if (end - start < 4 || (text[end - 1] | TO_LOWER) != 's') {
            return false;
        }
        int before = text[end - 2] | TO_LOWER;
        return before != 's' && before != 'u' && before != 'i';
    }

    private byte kindAt(int i) {
        byte kind = Characters.kind(text[i]);
        if (kind != Characters.SURROGATE) {
            return kind;
        }
        return width(i) == 2
                ? Characters.letter(Character.toCodePoint(text[i], text[i + 1]))
                : Characters.SEPARATOR;
    }

    /// How many units the character at `i` has.
    private int width(int i) {
        boolean pair =
                Character.isHighSurrogate(text[i])
                        && i + 1 < text.length
                        && Character.isLowSurrogate(text[i + 1]);
        return pair ? 2 : 1;
    }
}
