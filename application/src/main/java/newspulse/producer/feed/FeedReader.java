package newspulse.producer.feed;

import java.util.EnumSet;
import java.util.Set;

/// Reads a feed in whatever dialect. Nothing that a server sends makes it throw, hang, or take more
/// memory than a small multiple of the document's length.
final class FeedReader {
    /// No more entries than this are taken from one document.
    static final int MAX_ENTRIES = 1_000;

    private FeedReader() {}

    static FeedReading read(byte[] document, FeedContext context) {
        FeedCharset.Decoded decoded = FeedCharset.decode(document, context);
        String text = withoutMark(decoded.text());
        if (text.isEmpty()) {
            return new FeedReading.NotAFeed("it is empty");
        }
        Set<Repair> repairs = EnumSet.noneOf(Repair.class);
        if (decoded.isMended()) {
            repairs.add(Repair.ENCODING);
        }
        return text.charAt(0) == '{' || text.charAt(0) == '['
                ? JsonFeed.read(text, context, repairs)
                : XmlFeed.read(text, context, repairs);
    }

    /// Without white space and byte order marks at its beginning: some servers send several.
    private static String withoutMark(String text) {
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start))
                        || text.charAt(start) == '\uFEFF'
                        || text.charAt(start) == 0)) {
            start++;
        }
        return text.substring(start);
    }
}
