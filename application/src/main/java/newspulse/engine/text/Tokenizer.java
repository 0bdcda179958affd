package newspulse.engine.text;

/// Splits a text into words and numbers in one pass. Words of any script hold together across
/// apostrophes, `S&P` across the and-sign, acronyms across full stops, numbers across separators; a
/// web or e-mail address is one token. What is neither letter, mark nor digit, emoji and lone
/// surrogates among it, only separates.
public final class Tokenizer {
    /// A capitalised word this short before a full stop is more often "Mr", "Inc" or "Gen".
    private static final int ABBREVIATION = 3;

    /// What is said of the place before a token, not of the token.
    private static final int BEFORE = Tokens.SENTENCE | Tokens.CLAUSE | Tokens.HYPHEN;

    private static final int TO_LOWER = 0x20;
    private static final int ASCII = 0x80;

    private final char[] text;
    private final Letters letters;
    private final Tokens tokens;
    private int at;
    private int pending = Tokens.SENTENCE | Tokens.CLAUSE;

    private Tokenizer(String text) {
        this.text = text.toCharArray();
        this.letters = new Letters(this.text);
        this.tokens = new Tokens(text);
    }

    public static Tokens tokenize(String text) {
        return new Tokenizer(text).run();
    }

    private Tokens run() {
        while (at < text.length) {
            byte kind = letters.kindAt(at);
            if (kind == Characters.DIGIT) {
                number();
            } else if (Characters.isWord(kind) && kind != Characters.MARK) {
                int end = Shapes.webEnd(text, at);
                if (end > at) {
                    address(at, end);
                } else {
                    word(at, WordHash.EMPTY, 0);
                }
            } else {
                separate(kind);
                at += letters.width(at);
            }
        }
        return tokens;
    }

    private void separate(byte kind) {
        switch (text[at]) {
            case '@' -> mail();
            case '#' -> pending |= letters.beginsName(at) ? Tokens.HASHTAG : 0;
            case '$' -> pending |= letters.beginsSymbol(at) ? Tokens.TICKER : 0;
            default -> punctuate(kind);
        }
    }

    private void mail() {
        int end = Shapes.mailEnd(text, at);
        int start = Shapes.mailStart(text, at);
        if (end == at || tokens.cuts(start)) {
            pending |= letters.beginsName(at) ? Tokens.MENTION : 0;
            return;
        }
        pending = tokens.takeBack(start);
        address(start, end);
        at = end - 1;
    }

    private void punctuate(byte kind) {
        switch (kind) {
            case Characters.CLAUSE, Characters.APOSTROPHE -> pending |= Tokens.CLAUSE;
            case Characters.STOP -> pending |= endsSentence() ? Tokens.CLAUSE | Tokens.SENTENCE : 0;
            case Characters.HYPHEN -> pending |= letters.ties(at) ? Tokens.HYPHEN : Tokens.CLAUSE;
            default -> {}
        }
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
                        && tokens.length(last) <= ABBREVIATION
                        && !tokens.is(last, Tokens.ALL_CAPITALS);
        int next = at + 1;
        while (next < text.length && "\"'”’)]".indexOf(text[next]) >= 0) {
            next++;
        }
        return !abbreviation && (next == text.length || Character.isWhitespace(text[next]));
    }

    private void address(int start, int end) {
        int flags = Tokens.ADDRESS | (pending & BEFORE);
        tokens.add(start, end, flags, Tokens.ADDRESS_HASH, Tokens.ADDRESS_HASH);
        pending = 0;
        at = end;
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
        int exchange =
                at < text.length && text[at] == '.' ? Shapes.exchangeEnd(text, start, at) : at;
        boolean word =
                at < text.length
                        && Characters.isWord(letters.kindAt(at))
                        && letters.kindAt(at) != Characters.MARK;
        if (word || exchange > at) {
            long h = WordHash.EMPTY;
            for (int i = start; i < at; i++) {
                h = WordHash.step(h, text[i]);
            }
            at = word ? at : at + 1;
            word(start, h, word ? Tokens.DIGIT : Tokens.DIGIT | Tokens.TICKER);
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
            } else if (Characters.isWord(letters.kindAt(i))) {
                flags |= flag(letters.kindAt(i)) | (c < ASCII ? 0 : Tokens.NON_ASCII);
                capitals += Letters.isCapital(c) ? 1 : 0;
                beforeLast = h;
                for (int end = i + letters.width(i); i < end; i++) {
                    h =
                            Characters.isInvisible(c)
                                    ? h
                                    : WordHash.step(h, Character.toLowerCase(text[i]));
                }
            } else if (kind == Characters.APOSTROPHE && letters.elides(start, i)) {
                apostrophe = i;
                beforeApostrophe = h;
                h = WordHash.step(h, '\'');
                i++;
            } else if (letters.joins(start, i)) {
                h = WordHash.step(h, c);
                i++;
            } else if (c == '.' && letters.acronymGoesOn(start, i, flags)) {
                i++;
            } else if (c == '.'
                    && (known & Tokens.DIGIT) == 0
                    && Shapes.exchangeEnd(text, start, i) > i) {
                flags |= Tokens.TICKER;
                i++;
            } else {
                break;
            }
        }
        at = i;
        flags |= capitals > 1 && capitals == i - start ? Tokens.ALL_CAPITALS : 0;
        if (apostrophe >= 0 && apostrophe + 2 == i) {
            char last = text[i - 1];
            if (last == 's' || last == 'S') {
                possessive(start, apostrophe, flags, beforeApostrophe);
                return;
            }
            boolean not = (last | TO_LOWER) == 't' && (text[apostrophe - 1] | TO_LOWER) == 'n';
            flags |= not ? Tokens.CONTRACTED_NOT : 0;
        }
        add(start, i, flags, h, isPlural(start, i) ? beforeLast : h);
    }

    private void possessive(int start, int end, int flags, long h) {
        add(start, end, flags | Tokens.POSSESSIVE, h, h);
    }

    private void add(int start, int end, int flags, long h, long stem) {
        int capital = Letters.isCapital(text[start]) ? Tokens.CAPITAL : 0;
        long hash = WordHash.finish(h);
        long stemHash = stem == h ? hash : WordHash.finish(stem);
        tokens.add(start, end, flags | capital | pending, hash, stemHash);
        pending = 0;
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

    private boolean isPlural(int start, int end) {
        if (end - start < 4 || (text[end - 1] | TO_LOWER) != 's') {
            return false;
        }
        int before = text[end - 2] | TO_LOWER;
        return before != 's' && before != 'u' && before != 'i';
    }
}
