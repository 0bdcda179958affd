package newspulse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

final class PublishedAtTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02-02T10:00:00Z, 2026-02-02T10:00:00Z",
        "2026-02-02t10:00:00z, 2026-02-02T10:00:00Z",
        "2026-02-02T10:00:00.123Z, 2026-02-02T10:00:00.123Z",
        "2026-02-02T19:00:00+09:00, 2026-02-02T10:00:00Z",
        "2026-02-02T19:00:00+0900, 2026-02-02T10:00:00Z",
        "2026-02-02T19:00+09, 2026-02-02T10:00:00Z",
        "2026-02-02T10:00:00, 2026-02-02T10:00:00Z",
        "2026-02-02 10:00:00, 2026-02-02T10:00:00Z",
        "2026-02-02, 2026-02-02T00:00:00Z",
        "1987-10-19T13:30:41Z, 1987-10-19T13:30:41Z",
    })
    void readsWhatIso8601Allows(String text, Instant instant) {
        assertThat(PublishedAt.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-02-02T25:00:00Z",
                "0000-01-01T00:00:00Z",
                "+12026-01-01T00:00:00Z",
                "2026-02-02T10:00:00ZZ",
                "20260202",
                "2026-02-02T10:00:60Z",
                "1e9"
            })
    void refusesWhatIsNoSuchTime(String text) {
        assertThat(PublishedAt.parse(text)).isNull();
    }
}
