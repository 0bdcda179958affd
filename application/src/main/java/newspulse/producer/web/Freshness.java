package newspulse.producer.web;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ServerCacheControl;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// How long an answer stays good by what its server says (RFC 9111, section 4.2): asking again
/// before then brings the same.
public final class Freshness {
    /// Nobody is believed for longer than this.
    static final Duration LONGEST = Duration.ofDays(1);

    private Freshness() {}

    /// `max-age` less the header `Age`, else `Expires`; zero where nothing usable is said, or that
    /// the answer is not to be used again.
    public static Duration of(ResponseHeaders headers, Instant now) {
        String control = String.join(",", headers.getAll(HttpHeaderNames.CACHE_CONTROL));
        ServerCacheControl told = ServerCacheControl.parse(control);
        if (told.noCache() || told.noStore()) {
            return Duration.ZERO;
        }
        if (told.maxAgeSeconds() >= 0) {
            return bounded(Duration.ofSeconds(told.maxAgeSeconds() - age(headers)));
        }
        Instant expires = date(headers.get(HttpHeaderNames.EXPIRES));
        if (expires == null) {
            return Duration.ZERO;
        }
        Instant sent = date(headers.get(HttpHeaderNames.DATE));
        return bounded(Duration.between(sent == null ? now : sent, expires));
    }

    private static long age(ResponseHeaders headers) {
        String text = headers.get(HttpHeaderNames.AGE, "").strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static Duration bounded(Duration told) {
        if (told.isNegative()) {
            return Duration.ZERO;
        }
        return told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }

    /// A date as HTTP writes it, or null where there is none (RFC 9110, section 5.6.7).
    static @Nullable Instant date(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
