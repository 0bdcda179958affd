package newspulse.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Optional;

class RetryScheduleTest {
    private static final RetrySchedule FOUR = new RetrySchedule(4);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void doublesTheMostThatItWaits() {
        assertThat(FOUR.next(1, failed(), MINUTE, 0.5)).hasValue(Duration.ofMillis(100));
        assertThat(FOUR.next(2, failed(), MINUTE, 0.5)).hasValue(Duration.ofMillis(200));
        assertThat(FOUR.next(3, failed(), MINUTE, 0.5)).hasValue(Duration.ofMillis(400));
        assertThat(FOUR.next(4, failed(), MINUTE, 0.5)).isEmpty();
    }

    @Test
    void waitsAsLongAsItIsAskedToUnlessThatIsTooLong() {
        ProviderException asked = failed().after(Duration.ofSeconds(3));
        assertThat(FOUR.next(1, asked, MINUTE, 1)).hasValue(Duration.ofSeconds(3));
        assertThat(FOUR.next(1, asked, Duration.ofSeconds(3), 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallFailure.class)
    void triesAgainOnlyWhatMaySucceedLater(CallFailure failure) {
        ProviderException failed = ProviderException.free(failure, "no");
        assertThat(FOUR.next(1, failed, MINUTE, 0).isPresent()).isEqualTo(failure.isRetryable());
    }

    @Property
    void neverWaitsBeyondTheDeadline(
            @ForAll @IntRange(min = 1, max = 10) int attempts,
            @ForAll @LongRange(min = 0, max = 20_000) long deadlineMs,
            @ForAll @LongRange(min = 0, max = 30_000) long retryAfterMs,
            @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        var schedule = new RetrySchedule(attempts);
        Duration left = Duration.ofMillis(deadlineMs);
        ProviderException failed = failed().after(Duration.ofMillis(retryAfterMs));
        int made = 1;
        for (Optional<Duration> wait = schedule.next(made, failed, left, chance);
                wait.isPresent();
                wait = schedule.next(made, failed, left, chance)) {
            assertThat(wait.get())
                    .isLessThan(left)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(retryAfterMs));
            left = left.minus(wait.get());
            made++;
        }
        assertThat(made).isLessThanOrEqualTo(attempts);
    }

    private static ProviderException failed() {
        return ProviderException.free(CallFailure.SERVER_ERROR, "500");
    }
}
