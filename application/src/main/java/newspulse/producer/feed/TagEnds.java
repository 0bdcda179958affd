package newspulse.producer.feed;

/// Finds where a tag ends though its quotes may be broken.
final class TagEnds {
    /// A value in quotes is looked through this far, so that many broken ones cost little.
    private static final int LONGEST_VALUE = 8_192;

    private final String text;

    TagEnds(String text) {
        this.text = text;
    }

    /// Where `>` stands, or ought to: before the next `<`, or at the end of the text.
    record End(int at, boolean isMissing) {}

    End of(int from) {
        char before = ' ';
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '>') {
                return new End(at, false);
            }
            if (c == '<') {
                return new End(at, true);
            }
            if ((c == '"' || c == '\'') && before == '=') {
                at = afterValue(at, c);
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return new End(text.length(), true);
    }

    /// The closing quote, or the opening one where no closing one belongs to it: a value that holds
    /// whole tags is one whose quote was forgotten.
    private int afterValue(int opening, char quote) {
        int limit = Math.min(text.length(), opening + LONGEST_VALUE);
        int less = -1;
        for (int at = opening + 1; at < limit; at++) {
            char c = text.charAt(at);
            if (c == quote) {
                return at;
            }
            if (c == '>' && text.startsWith("<", at + 1)) {
                return opening;
            }
            if (c == '<') {
                less = at;
            } else if (c == '>' && less >= 0) {
                return opening;
            }
        }
        return opening;
    }
}
