package newspulse.producer.fulltext;

import net.dankito.readability4j.Readability4J;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;

/// Finds what a page is about among what stands around it, by Mozilla's Readability. Nothing of the
/// page is run or fetched.
final class PageReader {
    private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);

    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_ELEMENTS = 30_000;
    private static final int MAX_DEPTH = 200;

    /// Less is no article: a notice that there is one, for those who log in.
    private static final int SHORTEST = 200;

    private PageReader() {}

    /// The article's text, or null when there is none to be found.
    ///
    /// @param charset what the server says; null leaves it to the page
    static @Nullable String text(byte[] page, @Nullable String charset, URI address) {
        if (page.length > MAX_BYTES) {
            return null;
        }
        try {
            Document document =
                    Jsoup.parse(
                            new ByteArrayInputStream(page),
                            charset,
                            address.toString(),
                            Parser.htmlParser().setMaxDepth(MAX_DEPTH));
            if (document.stream().limit(MAX_ELEMENTS + 1L).count() > MAX_ELEMENTS) {
                return null;
            }
            String text = new Readability4J(address.toString(), document).parse().getTextContent();
            String found = text == null ? "" : text.strip();
            return found.length() < SHORTEST ? null : found;
        } catch (IOException | RuntimeException e) {
            // The library was not written for pages made to break it: one that does has no text.
            LOG.debug("{} cannot be read: {}", address, e.toString());
            return null;
        }
    }
}
