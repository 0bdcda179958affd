package newspulse.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Gathers items into batches: one goes on when it is full, or a set time after its first item,
/// whichever comes first. What is gathered when it is closed goes on at once; nothing is dropped.
final class Batcher<T> implements AutoCloseable {
    private static final int BATCHES_WAITING = 1_000;

    private final int size;
    private final long timeoutNanos;
    private final Consumer<List<T>> sink;
    private final BlockingQueue<T> items;
    private final Thread gatherer;
    private volatile boolean closed;

    /// Starts gathering.
    ///
    /// @param sink takes each batch; called from one thread, must not throw
    Batcher(int size, Duration timeout, Consumer<List<T>> sink) {
        this.size = size;
        this.timeoutNanos = timeout.toNanos();
        this.sink = sink;
        this.items = new ArrayBlockingQueue<>(size * BATCHES_WAITING);
        this.gatherer = Thread.ofVirtual().name("batcher").start(this::gather);
    }

    /// Takes all of the items or, when there is no room for them or no more batches are made, none.
    synchronized boolean offer(List<T> offered) {
        if (closed || items.remainingCapacity() < offered.size()) {
            return false;
        }
        items.addAll(offered);
        return true;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        gatherer.interrupt();
        try {
            gatherer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather() {
        List<T> batch = new ArrayList<>(size);
        try {
            while (true) {
                batch.add(items.take());
                fill(batch);
                sink.accept(List.copyOf(batch));
                batch.clear();
            }
        } catch (InterruptedException _) {
            items.drainTo(batch);
            for (int from = 0; from < batch.size(); from += size) {
                sink.accept(List.copyOf(batch.subList(from, Math.min(from + size, batch.size()))));
            }
        }
    }

    private void fill(List<T> batch) throws InterruptedException {
        long deadline = System.nanoTime() + timeoutNanos;
        while (batch.size() < size) {
            T item = items.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (item == null) {
                return;
            }
            batch.add(item);
        }
    }
}
