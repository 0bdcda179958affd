package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

final class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tue, 10 Jun 2003 04:00:00 GMT    | 2003-06-10T04:00:00Z
                    Tue 10 Jun 2003 04:00:00 +0900   | 2003-06-09T19:00:00Z
                    10 Jun 03 04:00 EST              | 2003-06-10T09:00:00Z
                    10 Jun 99 04:00 PDT              | 1999-06-10T11:00:00Z
                    Tue, 10 June 2003 4:05:06        | 2003-06-10T04:05:06Z
                    10-Jun-2003 04:00:00 Z           | 2003-06-10T04:00:00Z
                    Tue, 10 Jun 2003                 | 2003-06-10T00:00:00Z
                    Tue, 10 Jun 2003 23:59:60 GMT    | 2003-06-10T23:59:59Z
                    Tue, 10 Jun 2003 04:00:00 GMT+9  | 2003-06-09T19:00:00Z
                    Tue, 10 Jun 2003 04:00:00 XYZ    | 2003-06-10T04:00:00Z
                    Tue, 10 Jun 2003 04:00:00 KST    | 2003-06-09T19:00:00Z
                    2003-06-10T04:00:00Z             | 2003-06-10T04:00:00Z
                    2003-06-10T04:00:00.123456+02:00 | 2003-06-10T02:00:00.123456Z
                    2003-06-10T04:00:00+0200         | 2003-06-10T02:00:00Z
                    2003-06-10 04:00                 | 2003-06-10T04:00:00Z
                    2003.06.10 04:00:00              | 2003-06-10T04:00:00Z
                    2003-06-10                       | 2003-06-10T00:00:00Z
                    20030610                         | 2003-06-10T00:00:00Z
                    2003-06                          | 2003-06-01T00:00:00Z
                    2003                             | 2003-01-01T00:00:00Z
                    Tue Jun 10 04:00:00 GMT 2003     | 2003-06-10T04:00:00Z
                    2003년 6월 10일 오후 1:05:06      | 2003-06-10T13:05:06Z
                    2003-06-10 오전 12:30             | 2003-06-10T00:30:00Z
                    2003年6月10日 13:05               | 2003-06-10T13:05:00Z
                    6/10/2003 4:00:00 PM             | 2003-06-10T16:00:00Z
                    25/10/2003 04:00                 | 2003-10-25T04:00:00Z
                    Di, 10 März 2003 04:00:00 GMT    | 2003-03-10T04:00:00Z
                    mar. 10 juin 2003 04:00 CEST     | 2003-06-10T02:00:00Z
                    10 de junio de 2003              | 2003-06-10T00:00:00Z
                    Вт, 10 июня 2003 04:00:00 +0300  | 2003-06-10T01:00:00Z
                    2003-161                         | 2003-06-10T00:00:00Z
                    1055217600                       | 2003-06-10T04:00:00Z
                    1055217600000                    | 2003-06-10T04:00:00Z
                    2003-06-10T24:00:00Z             | 2003-06-11T00:00:00Z
                    'June 10, 2003 04:00:00 GMT'     | 2003-06-10T04:00:00Z
                    """)
    void readsWhatFeedsWrite(String written, Instant meant) {
        assertThat(FeedDates.parse(written, ZoneOffset.UTC)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday",
        "31 Feb 2003 10:00 GMT",
        "2003-13-01",
        "10 Foo 2003",
        "''",
        "99:99",
        "Tue,",
        "0001-01-01T00:00:00Z"
    })
    void knowsNoDateWhereThereIsNone(String written) {
        assertThat(FeedDates.parse(written, ZoneOffset.UTC)).isNull();
    }

    @Test
    void takesADateWithoutZoneInTheZoneOfThePublisher() {
        assertThat(FeedDates.parse("2026-03-01 09:00:00", ZoneId.of("Asia/Seoul")))
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Property
    void neverThrows(@ForAll String written) {
        Instant read = FeedDates.parse(written, ZoneOffset.UTC);
        assertThat(read == null || read.isBefore(Instant.parse("+10000-01-02T00:00:00Z"))).isTrue();
    }
}
