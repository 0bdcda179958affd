package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.ResponseHeaders;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

final class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /// Headers as `name=value` with `|` between them.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cache-control=max-age=600; 600",
                "cache-control=public, max-age=600|age=100; 500",
                "cache-control=max-age=600|age=1000; 0",
                "cache-control=max-age=600|expires=Sun, 01 Mar 2026 20:00:00 GMT; 600",
                "cache-control=public|cache-control=max-age=60; 60",
                "cache-control=no-cache, max-age=600; 0",
                "cache-control=no-store; 0",
                "cache-control=max-age=soon; 0",
                "cache-control=s-maxage=600; 0",
                "cache-control=max-age=99999999; 86400",
                "expires=Sun, 01 Mar 2026 12:10:00 GMT; 600",
                "expires=Sun, 01 Mar 2026 12:10:00 GMT|date=Sun, 01 Mar 2026 12:09:00 GMT; 60",
                "expires=Sun, 01 Mar 2026 11:00:00 GMT; 0",
                "expires=0; 0",
                "expires=-1; 0",
                "server=a; 0"
            })
    void isWhatTheServerSays(String headers, long seconds) {
        var builder = ResponseHeaders.builder(200);
        for (String header : headers.split("\\|", -1)) {
            int equals = header.indexOf('=');
            builder.add(header.substring(0, equals), header.substring(equals + 1));
        }
        assertThat(Freshness.of(builder.build(), NOW)).hasSeconds(seconds);
    }
}
