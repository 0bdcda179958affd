package newspulse.intake;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

import java.text.Normalizer.Form;

/// Turns text from outside into plain text: tags and entities resolved, scripts and styles dropped,
/// control and zero-width characters dropped, NFC, every run of white space one space, trimmed.
///
/// For any string it answers without an exception, applying it again changes nothing, and the
/// result is at most [newspulse.model.Article#MAX_GROWTH] times as long as the input in UTF-16
/// characters.
public final class Normalizer {
    /// Markup hidden in entities (`&amp;lt;b&amp;gt;`) is resolved layer by layer. Text that still
    /// holds markup after so many layers was made to cost time: its markup characters are dropped.
    private static final int MAX_LAYERS = 5;

    private Normalizer() {}

    public static String normalize(String raw) {
        String text = plain(raw);
        for (int layer = 0; layer < MAX_LAYERS && mayHoldMarkup(text); layer++) {
            String resolved = plain(withoutMarkup(text));
            if (resolved.equals(text)) {
                return text;
            }
            text = resolved;
        }
        return mayHoldMarkup(text) ? settled(text) : text;
    }

    /// Without a tag there are only entities to resolve, which is much cheaper than parsing.
    private static String withoutMarkup(String text) {
        return text.indexOf('<') < 0
                ? Parser.unescapeEntities(text, false)
                : Jsoup.parseBodyFragment(text).body().text();
    }

    /// The text if it is free of markup, else the text with the characters of markup gone.
    private static String settled(String text) {
        return plain(withoutMarkup(text)).equals(text)
                ? text
                : plain(text.replace('<', ' ').replace('&', ' '));
    }

    private static boolean mayHoldMarkup(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    }

    /// Everything but markup. NFC comes last: what stood apart may now compose.
    private static String plain(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        String folded = folded(paired(raw));
        return isSimple(folded) ? folded : java.text.Normalizer.normalize(folded, Form.NFC);
    }

    /// Whether there is surely nothing to do, as with most texts: no character that could be
    /// dropped, composed or folded, and spaces only single and inside.
    private static boolean isPlain(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (afterSpace) {
                    return false;
                }
                afterSpace = true;
            } else {
                afterSpace = false;
                if (c < '!' || (c > '~' && !isInert(c))) {
                    return false;
                }
            }
        }
        return !afterSpace || text.isEmpty();
    }

    /// Latin letters, Hangul syllables and common punctuation: they stand for themselves among each
    /// other, are neither spaces nor control characters, and NFC leaves them.
    private static boolean isInert(char c) {
        return (c > 0xAD && c < 0x300)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0x2013 && c <= 0x2026);
    }

    /// Whether NFC surely changes nothing: true of most Latin text and of Hangul syllables.
    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && !(c >= 0xAC00 && c <= 0xD7A3) && !(c >= 0x2010 && c <= 0x2027)) {
                return false;
            }
        }
        return true;
    }

    /// Surrogates without their other half become U+FFFD: they are no characters, and UTF-8 has no
    /// place for them.
    static String paired(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (mended == null) {
                mended = new StringBuilder(text);
            }
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }

    private static String folded(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                i++;
            } else {
                c = text.codePointAt(i);
                i += Character.charCount(c);
                if (isSpace(c)) {
                    gap = true;
                    continue;
                }
                if (isDropped(c)) {
                    continue;
                }
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.appendCodePoint(c);
        }
        return out.toString();
    }

    private static boolean isSpace(int c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == 0x85
                || (c >= 0xA0 && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }

    /// Control and format characters: nobody sees them, and they make equal texts differ.
    private static boolean isDropped(int c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> false;
        };
    }
}
