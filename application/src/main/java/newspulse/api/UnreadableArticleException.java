package newspulse.api;

import java.io.Serial;

/// A value of the analysed topic that is no analysed article; the message tells why, in words that
/// quote nothing of it.
final class UnreadableArticleException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    UnreadableArticleException(String reason) {
        super(reason, null, false, false);
    }
}
