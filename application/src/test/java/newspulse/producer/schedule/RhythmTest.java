package newspulse.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class RhythmTest {
    @Test
    void findsTheMeanTimeBetweenArticles() {
        Rhythm rhythm = Rhythm.UNKNOWN;
        for (int hour = 0; hour < 48; hour++) {
            rhythm = rhythm.after(Duration.ofHours(1), 2);
        }
        assertThat(rhythm.betweenArticles())
                .isBetween(Duration.ofMinutes(27), Duration.ofMinutes(33));
    }

    @Test
    void forgetsWhatWasLongAgo() {
        Rhythm busy = Rhythm.UNKNOWN.after(Duration.ofHours(12), 100);
        Rhythm quiet = busy.after(Duration.ofDays(4), 0);
        assertThat(quiet.articles()).isLessThan(0.1);
        assertThat(quiet.betweenArticles()).isGreaterThan(Duration.ofHours(10));
    }

    @Test
    void takesNoSourceForSlowAfterALittleTime() {
        assertThat(Rhythm.UNKNOWN.after(Duration.ofSeconds(8), 0).betweenArticles())
                .isLessThanOrEqualTo(Duration.ofSeconds(8));
    }
}
