package newspulse.engine.text;

/// Finds what is written in one piece but is no word: web addresses (RFC 3986, as far as news texts
/// write them), e-mail addresses, and the symbols of shares with their exchange (`005930.KS`,
/// `BRK.B`). Every look is bounded, so that no text makes it slow.
final class Shapes {
    private static final String[] SCHEMES = {"https://", "http://", "www."};
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_EXCHANGE = 2;
    private static final int LONGEST_SYMBOL = 5;
    private static final int SHORTEST_CODE = 4;
    private static final int LONGEST_CODE = 6;
    private static final int TO_LOWER = 0x20;
    private static final int ASCII = 0x80;

    private Shapes() {}

    /// Where the web address that begins at `at` ends; `at` if none does.
    static int webEnd(char[] text, int at) {
        int letter = text[at] | TO_LOWER;
        if (letter != 'h' && letter != 'w') {
            return at;
        }
        for (String scheme : SCHEMES) {
            int from = at + scheme.length();
            if (begins(text, at, scheme) && from < text.length && isAlphanumeric(text[from])) {
                int end = from;
                while (end < text.length && isAddress(text[end])) {
                    end++;
                }
                return withoutClosing(text, from, end);
            }
        }
        return at;
    }

    private static boolean begins(char[] text, int at, String start) {
        if (text.length - at < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            char c = text[at + i];
            int lower = c >= 'A' && c <= 'Z' ? c | TO_LOWER : c;
            if (lower != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAddress(char c) {
        return c > ' ' && c < ASCII && "\"<>\\^`{|}".indexOf(c) < 0;
    }

    /// Without the marks that more often end what surrounds an address.
    private static int withoutClosing(char[] text, int from, int end) {
        int last = end;
        while (last > from && ".,;:!?'()[]*_~".indexOf(text[last - 1]) >= 0) {
            last--;
        }
        return last;
    }

    /// Where the e-mail address ends that has its `@` at `at`; `at` if there is none.
    static int mailEnd(char[] text, int at) {
        int dot = at;
        int i = at + 1;
        while (i < text.length && (isAlphanumeric(text[i]) || isInner(text, i))) {
            dot = text[i] == '.' ? i : dot;
            i++;
        }
        return dot == at || mailStart(text, at) == at ? at : i;
    }

    private static boolean isInner(char[] text, int i) {
        boolean mark = text[i] == '.' || text[i] == '-';
        return mark
                && i + 1 < text.length
                && isAlphanumeric(text[i - 1])
                && isAlphanumeric(text[i + 1]);
    }

    /// Where the part before the `@` at `at` begins; `at` if it is empty or longer than allowed.
    static int mailStart(char[] text, int at) {
        int start = at;
        while (start > 0 && isLocal(text[start - 1])) {
            start--;
            if (at - start > LONGEST_LOCAL) {
                return at;
            }
        }
        while (start < at && !isAlphanumeric(text[start])) {
            start++;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
    }

    /// At the full stop after a share's code or symbol: where its exchange ends; `dot` if none
    /// follows.
    static int exchangeEnd(char[] text, int start, int dot) {
        int end = dot + 1;
        while (end < text.length && isCapital(text[end]) && end - dot <= LONGEST_EXCHANGE) {
            end++;
        }
        int length = end - dot - 1;
        boolean ends = end == text.length || !goesOn(text, end);
        return length > 0 && length <= LONGEST_EXCHANGE && ends && isSymbol(text, start, dot)
                ? end
                : dot;
    }

    private static boolean goesOn(char[] text, int end) {
        byte kind = Characters.kind(text[end]);
        boolean acronym =
                text[end] == '.'
                        && end + 1 < text.length
                        && Characters.isWord(Characters.kind(text[end + 1]));
        return acronym
                || kind == Characters.LATIN
                || kind == Characters.DIGIT
                || kind == Characters.MARK
                || kind == Characters.SURROGATE;
    }

    private static boolean isSymbol(char[] text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            boolean digit = text[i] >= '0' && text[i] <= '9';
            if (!digit && !isCapital(text[i])) {
                return false;
            }
            digits += digit ? 1 : 0;
        }
        int length = end - start;
        boolean code = digits == length && length >= SHORTEST_CODE && length <= LONGEST_CODE;
        return code || (digits == 0 && length > 1 && length <= LONGEST_SYMBOL);
    }

    /// Whether capitals that a share's symbol may have, and nothing more, stand at `from`.
    static boolean isSymbolAt(char[] text, int from) {
        int end = from;
        while (end < text.length && isCapital(text[end])) {
            end++;
        }
        boolean ends = end == text.length || !Characters.isWord(Characters.kind(text[end]));
        return end > from && end - from <= LONGEST_SYMBOL && ends;
    }

    static boolean isAlphanumeric(char c) {
        int lower = c | TO_LOWER;
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
