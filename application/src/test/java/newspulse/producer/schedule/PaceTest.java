package newspulse.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.SplittableRandom;

final class PaceTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Pace pace = new Pace(INTERVAL, LONGEST);

    @Property
    void lengthensTheIntervalByUpToATenth(@ForAll long seed) {
        assertThat(pace.afterSuccess(INTERVAL, Duration.ZERO, new SplittableRandom(seed)))
                .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
    }

    @Property
    void backsOffToAnHourAndNoFurther(
            @ForAll @IntRange(min = 1, max = 100_000) int failures, @ForAll long seed) {
        Duration wait =
                pace.afterFailure(failures, INTERVAL, false, null, new SplittableRandom(seed));
        assertThat(wait).isBetween(Duration.ofSeconds(15), Duration.ofMinutes(66));
    }

    @Property
    void asksNoServerThatHasSeenAFailureTwiceInAnInterval(
            @ForAll @IntRange(min = 1, max = 100_000) int failures, @ForAll long seed) {
        Duration wait =
                pace.afterFailure(failures, INTERVAL, true, null, new SplittableRandom(seed));
        assertThat(wait).isGreaterThanOrEqualTo(INTERVAL);
    }

    @Property
    void neverComesBackSoonerThanASourceAskedFor(
            @ForAll @IntRange(min = 0, max = 86_400) int seconds, @ForAll long seed) {
        Duration asked = Duration.ofSeconds(seconds);
        assertThat(pace.afterFailure(1, INTERVAL, true, asked, new SplittableRandom(seed)))
                .isGreaterThanOrEqualTo(asked);
    }

    @Test
    void doublesTheWait() {
        var random = new SplittableRandom(1);
        assertThat(pace.afterFailure(4, INTERVAL, false, null, random))
                .isBetween(Duration.ofMinutes(2), Duration.ofSeconds(132));
        assertThat(pace.afterFailure(3, INTERVAL, true, null, random))
                .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(22));
    }

    @Test
    void believesACacheHeaderAsFarAsTheLongestInterval() {
        var random = new SplittableRandom(1);
        assertThat(pace.afterSuccess(INTERVAL, Duration.ofMinutes(20), random))
                .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(22));
        assertThat(pace.afterSuccess(INTERVAL, Duration.ofDays(365), random))
                .isBetween(LONGEST, Duration.ofMinutes(66));
        assertThat(pace.afterSuccess(INTERVAL, Duration.ofSeconds(1), random))
                .isGreaterThanOrEqualTo(INTERVAL);
    }

    @Test
    void asksASourceThatPublishesOftenAtTheShortestIntervalAndAQuietOneSeldom() {
        assertThat(settled(Duration.ofMinutes(10))).isEqualTo(INTERVAL);
        assertThat(settled(Duration.ofMinutes(100)))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(35));
        assertThat(settled(Duration.ofDays(3))).isEqualTo(LONGEST);
    }

    @Test
    void growsSlowlyWhileLittleIsKnown() {
        Duration interval = INTERVAL;
        Rhythm rhythm = Rhythm.UNKNOWN;
        for (int asked = 0; asked < 4; asked++) {
            rhythm = rhythm.after(interval, 0);
            interval = pace.interval(rhythm, interval, false);
        }
        assertThat(interval).isEqualTo(INTERVAL);
    }

    @Test
    void followsASourceThatWakesUp() {
        Rhythm rhythm = new Rhythm(0, 40_000);
        Duration interval = LONGEST;
        for (int asked = 0; asked < 4; asked++) {
            rhythm = rhythm.after(interval, 5);
            interval = pace.interval(rhythm, interval, true);
        }
        assertThat(interval).isEqualTo(INTERVAL);
    }

    /// The interval of a source that publishes that regularly, after ten days.
    private Duration settled(Duration between) {
        Rhythm rhythm = Rhythm.UNKNOWN;
        Duration interval = INTERVAL;
        Duration now = Duration.ZERO;
        while (now.compareTo(Duration.ofDays(10)) < 0) {
            Duration next = now.plus(interval);
            long news = next.dividedBy(between) - now.dividedBy(between);
            rhythm = rhythm.after(interval, news);
            interval = pace.interval(rhythm, interval, news > 0);
            now = next;
        }
        return interval;
    }
}
