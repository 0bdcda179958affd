package newspulse.provider.checked;

import newspulse.engine.text.Characters;

/// Finds words and names in a text as whole words. Where words are not set apart by spaces (Han,
/// kana) or carry endings (Hangul), any piece will do.
final class Occurrences {
    private Occurrences() {}

    /// Where `name` stands next, from `from` on, or -1.
    static int next(String text, String name, int from, boolean ignoreCase) {
        int last = text.length() - name.length();
        for (int at = from; at <= last; at++) {
            if (text.regionMatches(ignoreCase, at, name, 0, name.length())
                    && isApart(text, at)
                    && isApart(text, at + name.length())) {
                return at;
            }
        }
        return -1;
    }

    /// Whether a word may begin or end at `at`.
    private static boolean isApart(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1))) {
            return false;
        }
        boolean joined = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        boolean mark = Character.getType(after) == Character.NON_SPACING_MARK;
        return !mark
                && (!joined || Characters.isEastAsian(before) || Characters.isEastAsian(after));
    }
}
