package newspulse.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class PausesTest {
    @Test
    void areTooLongAtThreeTimesTheLongestOfAWeek() {
        Pauses pauses = week(Duration.ofHours(3));
        assertThat(pauses.isTooLong(Duration.ofHours(8))).isFalse();
        assertThat(pauses.isTooLong(Duration.ofHours(10))).isTrue();
    }

    @Test
    void sayNothingBeforeAWeekIsOver() {
        Pauses pauses = Pauses.UNKNOWN;
        for (int i = 0; i < 500; i++) {
            pauses = pauses.after(Duration.ofMinutes(5));
        }
        assertThat(pauses.isTooLong(Duration.ofHours(8))).isFalse();
    }

    @Test
    void rememberTheWeekEnd() {
        Pauses pauses = week(Duration.ofHours(3)).after(Duration.ofHours(60));
        for (int i = 0; i < 5 * 24; i++) {
            pauses = pauses.after(Duration.ofHours(1));
        }
        assertThat(pauses.isTooLong(Duration.ofHours(62))).isFalse();
    }

    private static Pauses week(Duration each) {
        Pauses pauses = Pauses.UNKNOWN;
        for (Duration time = Duration.ZERO;
                time.compareTo(Duration.ofDays(8)) < 0;
                time = time.plus(each)) {
            pauses = pauses.after(each);
        }
        return pauses;
    }
}
