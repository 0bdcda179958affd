package newspulse.intake;

/// The name of a source, cleaned: word characters of any script, white space and `-` stay, and runs
/// of white space become one space.
final class SourceName {
    private SourceName() {}

    static String clean(String sent) {
        String plain = Normalizer.normalize(sent);
        var out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            boolean isDoubleSpace =
                    c == ' ' && (out.isEmpty() || out.charAt(out.length() - 1) == ' ');
            if (!isDoubleSpace && (c == ' ' || c == '-' || isWord(c))) {
                out.appendCodePoint(c);
            }
        }
        return out.toString().strip();
    }

    /// Letters, digits, marks and connectors: what `\w` matches with Unicode classes (UTS #18).
    private static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.LETTER_NUMBER ->
                    true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
