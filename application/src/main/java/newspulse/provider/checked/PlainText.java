package newspulse.provider.checked;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Tells words from markup, addresses and code.
final class PlainText {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "://|\\bwww\\.|\\b(?:https?|javascript|data|mailto):|@"
                            + "|[\\p{L}\\d-]\\.\\p{L}{2,}(?:[/?]|:\\d)"
                            + "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern CODE = Pattern.compile("[<>{}\\[\\]|\\\\`*_#=;\"]|\\$\\(|&\\w+;");

    private PlainText() {}

    /// Whether it has a letter or digit, and nothing that a page, a shell, a log or another model
    /// could take for more than words, not in wide or other compatible characters either.
    static boolean isPlain(String text) {
        boolean word = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    return false;
                }
                default -> word |= Character.isLetterOrDigit(c);
            }
            i += Character.charCount(c);
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return word && !ADDRESS.matcher(plain).find() && !CODE.matcher(plain).find();
    }
}
