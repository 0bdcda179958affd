package newspulse.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.provider.time.ManualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalLong;

class RateLimitTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();

    @Test
    void letsNoMoreThroughInAMinuteThanItsLimitAndASecondsWorth() {
        var limit = new RateLimit(600, time);
        int passed = 0;
        long end = time.nanos() + Duration.ofMinutes(1).toNanos();
        while (true) {
            OptionalLong wait = limit.take(1, LONG);
            time.advance(Duration.ofNanos(wait.orElseThrow()));
            if (time.nanos() >= end) {
                break;
            }
            passed++;
        }
        assertThat(passed).isBetween(600, 610);
    }

    @Test
    void takesNothingWhenTheWaitWouldBeTooLong() {
        var limit = new RateLimit(60, time);
        assertThat(limit.take(1, Duration.ZERO)).hasValue(0);
        assertThat(limit.take(1, Duration.ofMillis(500))).isEmpty();
        assertThat(limit.take(1, Duration.ofSeconds(1))).hasValue(1_000_000_000);
    }

    @Test
    void letsOneThroughThatIsLargerThanTheLimitAndMakesTheNextWait() {
        var limit = new RateLimit(60, time);
        assertThat(limit.take(90, Duration.ZERO)).hasValue(0);
        assertThat(limit.take(1, LONG)).hasValue(90_000_000_000L);
    }

    @Test
    void whatIsGivenBackIsThereAgain() {
        var limit = new RateLimit(60, time);
        limit.take(90, Duration.ZERO);
        limit.giveBack(90);
        assertThat(limit.take(1, Duration.ZERO)).hasValue(0);
    }

    @Test
    void noLimitNeverWaitsButKeepsAPause() {
        var limit = new RateLimit(0, time);
        assertThat(limit.take(1_000_000, Duration.ZERO)).hasValue(0);
        assertThat(limit.take(1_000_000, Duration.ZERO)).hasValue(0);
        limit.close(Duration.ofSeconds(2));
        assertThat(limit.take(1, Duration.ofSeconds(1))).isEmpty();
        assertThat(limit.take(1, LONG)).hasValue(2_000_000_000);
    }
}
