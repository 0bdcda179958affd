package newspulse.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

final class BatcherTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final BlockingQueue<List<Integer>> batches = new LinkedBlockingQueue<>();

    @Test
    void passesAFullBatchOnAtOnce() throws InterruptedException {
        try (var batcher = new Batcher<>(3, NEVER, batches::add)) {
            assertThat(batcher.offer(List.of(1, 2, 3, 4))).isTrue();
            assertThat(next()).containsExactly(1, 2, 3);
            assertThat(batches).isEmpty();
        }
        assertThat(next()).containsExactly(4);
    }

    @Test
    void passesAnUnfilledBatchOnWhenItsTimeIsOverThoughNothingElseComes()
            throws InterruptedException {
        long start = System.nanoTime();
        try (var batcher = new Batcher<>(10, Duration.ofMillis(100), batches::add)) {
            assertThat(batcher.offer(List.of(1))).isTrue();
            assertThat(next()).containsExactly(1);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000L);
        }
    }

    @Test
    void passesEverythingOnWhenItIsClosed() throws InterruptedException {
        var batcher = new Batcher<>(4, NEVER, batches::add);
        assertThat(batcher.offer(IntStream.range(0, 11).boxed().toList())).isTrue();
        batcher.close();
        assertThat(batches.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.range(0, 11).boxed().toList());
        assertThat(batcher.offer(List.of(1))).isFalse();
    }

    @Test
    void takesAllOrNothing() {
        try (var batcher = new Batcher<>(1, NEVER, this::block)) {
            assertThat(batcher.offer(IntStream.range(0, 1_000).boxed().toList())).isTrue();
            assertThat(batcher.offer(IntStream.range(0, 1_000).boxed().toList())).isFalse();
            blocking.release(10_000);
        }
    }

    private final Semaphore blocking = new Semaphore(0);

    private void block(List<Integer> batch) {
        blocking.acquireUninterruptibly();
        batches.add(batch);
    }

    private List<Integer> next() throws InterruptedException {
        List<Integer> batch = batches.poll(20, TimeUnit.SECONDS);
        assertThat(batch).isNotNull();
        return batch;
    }
}
