package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZoneId;

/// What is known of a document from outside: where it was found, the header `Content-Type`, and
/// what its publisher probably means when it names no zone and no charset.
record FeedContext(
        URI address, @Nullable String contentType, ZoneId usualZone, Charset usualCharset) {

    /// For a publisher in this language (ISO 639-1). Korean ones without a zone mean Korean time.
    static FeedContext of(URI address, @Nullable String contentType, String language) {
        return language.equals("ko")
                ? new FeedContext(
                        address,
                        contentType,
                        ZoneId.of("Asia/Seoul"),
                        Charset.forName("x-windows-949"))
                : new FeedContext(
                        address, contentType, ZoneId.of("UTC"), Charset.forName("windows-1252"));
    }
}
