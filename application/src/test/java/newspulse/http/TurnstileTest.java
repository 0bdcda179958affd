package newspulse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import newspulse.model.FailureCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

final class TurnstileTest {
    private final CountDownLatch gate = new CountDownLatch(1);
    private Turnstile turnstile = new Turnstile(2, 3, 100, Duration.ofSeconds(30));

    @AfterEach
    void open() {
        gate.countDown();
        turnstile.close();
    }

    @Test
    void runsNoMoreThanAllowedAndTheRestInTheirOrder() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        List<Integer> order = new ArrayList<>();
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        turnstile = new Turnstile(1, 100, 100, Duration.ofSeconds(30));
        for (int i = 0; i < 50; i++) {
            int number = i;
            results.add(
                    turnstile.submit(
                            1,
                            () -> {
                                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                order.add(number);
                                running.decrementAndGet();
                                return number;
                            }));
        }
        results.forEach(CompletableFuture::join);
        assertThat(most).hasValue(1);
        assertThat(order).isSorted().hasSize(50);
    }

    @Test
    void refusesWhatFindsNoPlaceToWait() {
        List<CompletableFuture<Integer>> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            taken.add(turnstile.submit(1, this::untilOpen));
        }
        assertThat(codeOf(turnstile.submit(1, this::untilOpen))).isEqualTo(FailureCode.OVERLOADED);
        assertThat(turnstile.running()).isEqualTo(2);
        gate.countDown();
        assertThat(taken).allSatisfy(result -> assertThat(result.join()).isEqualTo(1));
    }

    @Test
    void refusesWhatIsTooHeavyToWait() {
        var _ = turnstile.submit(1_000, this::untilOpen);
        var _ = turnstile.submit(1_000, this::untilOpen);
        var _ = turnstile.submit(60, this::untilOpen);
        assertThat(codeOf(turnstile.submit(60, this::untilOpen))).isEqualTo(FailureCode.OVERLOADED);
    }

    @Test
    void refusesWhatWaitedTooLong() {
        turnstile = new Turnstile(1, 10, 100, Duration.ofMillis(20));
        var _ = turnstile.submit(1, this::untilOpen);
        assertThat(codeOf(turnstile.submit(1, this::untilOpen))).isEqualTo(FailureCode.OVERLOADED);
    }

    @Test
    void goesOnAfterATaskThrew() {
        CompletableFuture<Integer> thrown =
                turnstile.submit(
                        1,
                        () -> {
                            throw new IllegalStateException("a bug");
                        });
        assertThat(catchThrowable(thrown::join)).hasCauseInstanceOf(IllegalStateException.class);
        gate.countDown();
        assertThat(turnstile.submit(1, this::untilOpen).join()).isEqualTo(1);
    }

    private int untilOpen() {
        try {
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FailureCode codeOf(CompletableFuture<?> refused) {
        Throwable thrown = catchThrowable(() -> refused.get(20, TimeUnit.SECONDS));
        Throwable cause =
                thrown instanceof CompletionException || thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        assertThat(cause).isInstanceOf(Turnstile.RefusedException.class);
        return ((Turnstile.RefusedException) cause).failure().code();
    }
}
