package newspulse.engine.entities;

import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.model.Entity.Mention;

import java.util.ArrayList;
import java.util.List;

/// One way in which a document writes a name, and where.
final class Surface {
    final String text;
    final Kind kind;
    final Tokens words;
    final List<Mention> mentions = new ArrayList<>(4);

    /// Mentions that are not repeated by another field.
    int count;

    boolean inTitle;
    double first;

    /// Whose other name this is; itself at first.
    Surface entity = this;

    /// @param first how far into the document it is first seen, in 0..1
    Surface(String text, Kind kind, double first) {
        this.text = text;
        this.kind = kind;
        this.first = first;
        words = Tokenizer.tokenize(text);
    }

    /// Whether this, the longer name, may be called by the other.
    boolean isCalled(Surface other, Gazetteer gazetteer) {
        if (words.count() == 0 || other.words.count() == 0) {
            return false;
        }
        if (kind == Kind.ORGANIZATION && isAbbreviated(other)) {
            return true; // whatever the tagger took three letters for
        }
        if (kind != other.kind) {
            return false;
        }
        if (kind == Kind.LOCATION) {
            return isAbbreviated(other) || isDotted(other);
        }
        if (isHangul()) {
            return isCalledInHangul(other);
        }
        return switch (kind) {
            case PERSON -> endsWith(other) || beginsWithOnly(other);
            case ORGANIZATION -> beginsWith(other, gazetteer);
            case LOCATION, OTHER, DATE, TIME, QUANTITY -> false;
        };
    }

    private boolean isHangul() {
        return words.is(0, Tokens.HANGUL);
    }

    /// 삼성 for 삼성전자; 오바마 for 버락 오바마.
    private boolean isCalledInHangul(Surface other) {
        int length = other.text.length();
        if (length < 2 || length >= text.length()) {
            return false;
        }
        return switch (kind) {
            case PERSON -> text.endsWith(" " + other.text) || text.startsWith(other.text + " ");
            case ORGANIZATION -> text.startsWith(other.text) && text.charAt(length) != ' ';
            case LOCATION, OTHER, DATE, TIME, QUANTITY -> false;
        };
    }

    private boolean endsWith(Surface other) {
        int shift = words.count() - other.words.count();
        if (shift <= 0) {
            return false;
        }
        for (int i = 0; i < other.words.count(); i++) {
            if (other.words.hash(i) != words.hash(shift + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean beginsWithOnly(Surface other) {
        return other.words.count() == 1
                && words.count() > 1
                && other.words.length(0) > 1
                && other.words.hash(0) == words.hash(0);
    }

    private boolean beginsWith(Surface other, Gazetteer gazetteer) {
        int count = other.words.count();
        if (count >= words.count()) {
            return false;
        }
        boolean general = true;
        for (int i = 0; i < count; i++) {
            if (other.words.hash(i) != words.hash(i)) {
                return false;
            }
            int classes = gazetteer.classes(words.hash(i));
            general &= (classes & NameClass.BODY_WORD.bit()) != 0;
        }
        return !general;
    }

    /// U.S. and US. The one with the dots is the longer.
    private boolean isDotted(Surface other) {
        return text.length() > other.text.length()
                && isAcronym(other)
                && text.replace(".", "").equals(other.text);
    }

    /// Whether the other is made of the first letters: FIFA, UN.
    private boolean isAbbreviated(Surface other) {
        if (other.words.count() != 1 || words.count() < 2 || !isAcronym(other)) {
            return false;
        }
        int at = 0;
        String letters = other.text.replace(".", "");
        for (int i = 0; i < words.count(); i++) {
            char c = text.charAt(words.start(i));
            if (words.is(i, Tokens.CAPITAL)) {
                if (at == letters.length() || letters.charAt(at) != c) {
                    return false;
                }
                at++;
            }
        }
        return at == letters.length();
    }

    private static boolean isAcronym(Surface surface) {
        int shape = Shape.of(surface.words, 0);
        return shape == Shape.CAPITALS || shape == Shape.ACRONYM;
    }
}
