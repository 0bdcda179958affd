package newspulse.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.SplittableRandom;

final class PaceTest {
    private final Pace pace = new Pace(Duration.ofMinutes(5));

    @Property
    void spreadsTheIntervalByATenth(@ForAll long seed) {
        assertThat(pace.afterSuccess(new SplittableRandom(seed)))
                .isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
    }

    @Property
    void backsOffToHalfAnHourAndNoFurther(
            @ForAll @IntRange(min = 1, max = 100_000) int failures, @ForAll long seed) {
        Duration wait = pace.afterFailure(failures, null, new SplittableRandom(seed));
        assertThat(wait).isBetween(Duration.ofMillis(13_500), Duration.ofMinutes(33));
    }

    @Property
    void neverComesBackSoonerThanASourceAskedFor(
            @ForAll @IntRange(min = 0, max = 86_400) int seconds, @ForAll long seed) {
        Duration asked = Duration.ofSeconds(seconds);
        assertThat(pace.afterFailure(1, asked, new SplittableRandom(seed)))
                .isGreaterThanOrEqualTo(asked);
    }

    @Test
    void doublesTheWait() {
        var random = new SplittableRandom(1);
        assertThat(pace.afterFailure(4, null, random))
                .isBetween(Duration.ofSeconds(108), Duration.ofSeconds(132));
    }
}
