package newspulse.provider.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

final class DynamicBatcherTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final GatedRunner runner = new GatedRunner();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        runner.gate.release(1_000);
        callers.shutdownNow();
    }

    private DynamicBatcher batcher(int size, int tokens, Duration delay, int queue) {
        Path none = Path.of(".");
        OnnxConfig config =
                new OnnxConfig(none, Device.CPU, 1, size, tokens, delay, queue, null, none);
        NativeObjects objects = new NativeObjects();
        var metrics = new OnnxMetrics(new SimpleMeterRegistry(), objects).of("test");
        return new DynamicBatcher(config, "test", 512, runner, metrics);
    }

    private Future<float[]> ask(DynamicBatcher batcher, int token, int length) {
        long[] ids = new long[length];
        ids[0] = token;
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        return callers.submit(() -> batcher.run(List.of(ids), deadline).getFirst());
    }

    private List<long[]> batch() throws InterruptedException {
        List<long[]> batch = runner.batches.poll(30, TimeUnit.SECONDS);
        assertThat(batch).isNotNull();
        return batch;
    }

    private static void waitUntilQueued(DynamicBatcher batcher, int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (batcher.queued() != count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void aFullBatchRunsWithoutWaiting() throws Exception {
        try (DynamicBatcher batcher = batcher(3, 4_096, NEVER, 10)) {
            Future<float[]> one = ask(batcher, 1, 10);
            Future<float[]> two = ask(batcher, 2, 10);
            waitUntilQueued(batcher, 2);
            assertThat(runner.batches).isEmpty();
            Future<float[]> three = ask(batcher, 3, 10);

            assertThat(batch()).hasSize(3);
            runner.gate.release();
            assertThat(one.get()).containsExactly(1);
            assertThat(two.get()).containsExactly(2);
            assertThat(three.get()).containsExactly(3);
        }
    }

    @Test
    void aBatchThatIsNotFullRunsWhenItsFirstTextHasWaited() throws Exception {
        try (DynamicBatcher batcher = batcher(3, 4_096, Duration.ofMillis(20), 10)) {
            Future<float[]> one = ask(batcher, 1, 10);
            assertThat(batch()).hasSize(1);
            runner.gate.release();
            assertThat(one.get()).containsExactly(1);
        }
    }

    @Test
    void whatComesDuringARunIsTheNextBatch() throws Exception {
        try (DynamicBatcher batcher = batcher(8, 4_096, AT_ONCE, 10)) {
            Future<float[]> _ = ask(batcher, 1, 10);
            batch();
            for (int i = 0; i < 5; i++) {
                Future<float[]> _ = ask(batcher, i, 10);
            }
            waitUntilQueued(batcher, 5);
            runner.gate.release();
            assertThat(batch()).hasSize(5);
        }
    }

    @Test
    void shortAndLongTextsDoNotPadEachOther() throws Exception {
        try (DynamicBatcher batcher = batcher(2, 4_096, NEVER, 10)) {
            Future<float[]> _ = ask(batcher, 1, 10);
            Future<float[]> _ = ask(batcher, 2, 500);
            waitUntilQueued(batcher, 2);
            assertThat(runner.batches).isEmpty();
            Future<float[]> _ = ask(batcher, 3, 490);
            assertThat(batch()).extracting(ids -> ids.length).containsExactly(500, 490);
        }
    }

    @Test
    void aBatchOfLongTextsHoldsFewer() throws Exception {
        try (DynamicBatcher batcher = batcher(8, 1_024, NEVER, 10)) {
            Future<float[]> _ = ask(batcher, 1, 500);
            Future<float[]> _ = ask(batcher, 2, 500);
            assertThat(batch()).hasSize(2);
        }
    }

    @Test
    void turnsAwayWhatTheQueueHasNoRoomFor() throws Exception {
        try (DynamicBatcher batcher = batcher(8, 4_096, NEVER, 2)) {
            Future<float[]> _ = ask(batcher, 1, 10);
            Future<float[]> _ = ask(batcher, 2, 10);
            waitUntilQueued(batcher, 2);
            assertFailure(ask(batcher, 3, 10), CallFailure.SATURATED);
            assertThat(batcher.queued()).isEqualTo(2);
        }
    }

    @Test
    void aCallThatWasGivenUpLeavesTheQueue() throws Exception {
        try (DynamicBatcher batcher = batcher(8, 4_096, NEVER, 2)) {
            Future<float[]> cancelled = ask(batcher, 1, 10);
            waitUntilQueued(batcher, 1);
            cancelled.cancel(true);
            waitUntilQueued(batcher, 0);

            long passed = System.nanoTime() - 1;
            assertThatThrownBy(() -> batcher.run(List.of(new long[10]), passed))
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            e -> assertThat(e.failure()).isEqualTo(CallFailure.TIMED_OUT));
            assertThat(batcher.queued()).isZero();
        }
    }

    @Test
    void stopsARunThatNobodyWaitsForAnyMore() throws Exception {
        try (DynamicBatcher batcher = batcher(2, 4_096, NEVER, 10)) {
            Future<float[]> one = ask(batcher, 1, 10);
            Future<float[]> two = ask(batcher, 2, 10);
            batch();
            one.cancel(true);
            two.cancel(true);
            assertThat(runner.stopped.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsTheRunAndTurnsAwayTheRest() throws Exception {
        DynamicBatcher batcher = batcher(1, 4_096, AT_ONCE, 10);
        Future<float[]> running = ask(batcher, 1, 10);
        batch();
        Future<float[]> waiting = ask(batcher, 2, 10);
        waitUntilQueued(batcher, 1);
        Future<?> closing = callers.submit(batcher::close);
        assertFailure(waiting, CallFailure.SATURATED);
        runner.gate.release();
        closing.get();
        assertThat(running.get()).containsExactly(1);
        assertThat(runner.closed.getCount()).isZero();
        assertFailure(ask(batcher, 3, 10), CallFailure.SATURATED);
    }

    private static void assertFailure(Future<?> asked, CallFailure expected) {
        assertThatThrownBy(() -> asked.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.failure()).isEqualTo(expected));
    }
}
