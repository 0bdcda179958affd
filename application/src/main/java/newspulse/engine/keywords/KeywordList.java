package newspulse.engine.keywords;

import newspulse.engine.text.Characters;
import newspulse.model.Analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Keywords as they may be published: lower case, long enough, and none nearly another (singular
/// and plural, a phrase and a part of it).
public final class KeywordList {
    private static final int SHORTEST = 3;

    /// Of Hangul, Han and kana, where a character says more.
    private static final int SHORTEST_EAST_ASIAN = 2;

    private static final int LONGEST = 60;

    private final List<String> keywords = new ArrayList<>(Analysis.MAX_KEYWORDS);
    private final List<String> plain = new ArrayList<>(Analysis.MAX_KEYWORDS);

    public boolean isFull() {
        return keywords.size() == Analysis.MAX_KEYWORDS;
    }

    public List<String> keywords() {
        return keywords;
    }

    /// Takes the keyword if it is fit to be published beside the others, and says whether it did.
    public boolean offer(String surface) {
        if (isFull()) {
            return false;
        }
        String keyword = surface.toLowerCase(Locale.ROOT).strip();
        if (keyword.length() > LONGEST) { // İ becomes two characters
            return false;
        }
        String candidate = plain(keyword);
        if (!isLongEnough(keyword) || !isNew(candidate)) {
            return false;
        }
        keywords.add(keyword);
        plain.add(candidate);
        return true;
    }

    private static boolean isLongEnough(String keyword) {
        int length = keyword.codePointCount(0, keyword.length());
        if (length >= SHORTEST) {
            return true;
        }
        return length == SHORTEST_EAST_ASIAN
                && Characters.isEastAsian(keyword.codePointAt(0))
                && Characters.isEastAsian(keyword.codePointBefore(keyword.length()));
    }

    private boolean isNew(String candidate) {
        for (String accepted : plain) {
            boolean shorter = candidate.length() <= accepted.length();
            if (shorter ? holds(accepted, candidate) : holds(candidate, accepted)) {
                return false;
            }
        }
        return true;
    }

    /// Whether `part` is words of `whole`; where words are not set apart, any piece of it.
    private static boolean holds(String whole, String part) {
        int at = whole.indexOf(part);
        while (at >= 0) {
            int end = at + part.length();
            boolean starts = at == 0 || !sameWord(whole, at - 1, at);
            boolean ends = end == whole.length() || !sameWord(whole, end - 1, end);
            if (starts && ends) {
                return true;
            }
            at = whole.indexOf(part, at + 1);
        }
        return false;
    }

    private static boolean sameWord(String text, int a, int b) {
        return Character.isLetterOrDigit(text.charAt(a))
                && Character.isLetterOrDigit(text.charAt(b))
                && !Characters.isEastAsian(text.charAt(a))
                && !Characters.isEastAsian(text.charAt(b));
    }

    /// Without plural endings and hyphens: only to compare.
    private static String plain(String keyword) {
        StringBuilder plain = new StringBuilder(keyword.length());
        for (int from = 0; from < keyword.length(); ) {
            int to = from;
            while (to < keyword.length()
                    && keyword.charAt(to) != ' '
                    && keyword.charAt(to) != '-') {
                to++;
            }
            appendSingular(plain, keyword, from, to);
            if (to < keyword.length()) {
                plain.append(' ');
            }
            from = to + 1;
        }
        return plain.toString();
    }

    private static void appendSingular(StringBuilder plain, String keyword, int from, int to) {
        int length = to - from;
        if (length > 4 && keyword.startsWith("ies", to - 3)) {
            plain.append(keyword, from, to - 3).append('y');
        } else if (length > 4 && isSibilantPlural(keyword, to)) {
            plain.append(keyword, from, to - 2);
        } else if (length > 3 && keyword.charAt(to - 1) == 's' && keyword.charAt(to - 2) != 's') {
            plain.append(keyword, from, to - 1);
        } else {
            plain.append(keyword, from, to);
        }
    }

    private static boolean isSibilantPlural(String keyword, int to) {
        if (!keyword.startsWith("es", to - 2)) {
            return false;
        }
        char before = keyword.charAt(to - 3);
        return before == 'x' || before == 's' || before == 'h';
    }
}
