package newspulse.producer.feed;

/// Reads a feed in whatever dialect. Nothing that a server sends makes it throw, hang, or take more
/// memory than a small multiple of the document's length.
final class FeedReader {
    /// No more entries than this are taken from one document.
    static final int MAX_ENTRIES = 1_000;

    private FeedReader() {}

    static FeedReading read(byte[] document, FeedContext context) {
        String text = FeedCharset.decode(document, context).stripLeading();
        if (text.isEmpty()) {
            return new FeedReading.NotAFeed("it is empty");
        }
        return text.charAt(0) == '{' ? JsonFeed.read(text, context) : XmlFeed.read(text, context);
    }
}
