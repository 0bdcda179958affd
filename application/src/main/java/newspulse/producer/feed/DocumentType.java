package newspulse.producer.feed;

/// Finds where a document type ends, whatever it declares.
final class DocumentType {
    private DocumentType() {}

    /// The index after a `<!DOCTYPE` that starts at `from`: after its `>`, with the declarations
    /// between brackets and everything in quotes passed over. Where that is never met, after the
    /// first `>`, or the end of the text.
    static int end(String text, int from) {
        boolean within = false;
        char quote = 0;
        for (int at = from + 2; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                within = true;
            } else if (c == ']') {
                within = false;
            } else if (c == '>' && !within) {
                return at + 1;
            }
        }
        int first = text.indexOf('>', from);
        return first < 0 ? text.length() : first + 1;
    }
}
