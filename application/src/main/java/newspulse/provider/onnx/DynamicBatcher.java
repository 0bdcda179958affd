package newspulse.provider.onnx;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Gathers texts of many calls into batches for one model. A batch of texts of similar length runs
/// when it is full, or when its first text has waited long enough, whichever comes first; while one
/// runs the next fills. What waits is bounded, and what nobody waits for any more is not run.
final class DynamicBatcher implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final int batchSize;
    private final int batchTokens;
    private final long delayNanos;
    private final int queueSize;
    private final BatchRunner runner;
    private final OnnxMetrics.OfModel metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Deque<Text>> waiting = new ArrayList<>();
    private final Thread worker;
    private int queued;
    private List<Text> running = List.of();
    private boolean closed;

    /// Starts to gather.
    ///
    /// @param longest text that will come, in tokens
    DynamicBatcher(
            OnnxConfig config,
            String model,
            int longest,
            BatchRunner runner,
            OnnxMetrics.OfModel metrics) {
        this.batchSize = config.batchSize();
        this.batchTokens = config.batchTokens();
        this.delayNanos = config.batchDelay().toNanos();
        this.queueSize = config.queueSize();
        this.runner = runner;
        this.metrics = metrics;
        for (int i = 0; i <= Lengths.of(longest); i++) {
            waiting.add(new ArrayDeque<>());
        }
        metrics.queue(this::queued);
        worker = NativeStack.start("onnx-" + model, this::work);
    }

    /// Runs texts and waits for the logits of each.
    ///
    /// @param texts their token ids
    /// @param deadline by [System#nanoTime]
    /// @throws ProviderException when there is no room for all of them, no time, or the run failed
    List<float[]> run(List<long[]> texts, long deadline)
            throws ProviderException, InterruptedException {
        List<Text> mine = new ArrayList<>(texts.size());
        lock.lockInterruptibly();
        try {
            if (closed || queued + texts.size() > queueSize) {
                throw ProviderException.free(
                        CallFailure.SATURATED,
                        closed ? "the model is being closed" : "the queue is full");
            }
            long now = System.nanoTime();
            for (long[] ids : texts) {
                mine.add(enqueue(new Text(ids, now)));
            }
            return await(mine, deadline);
        } finally {
            abandon(mine);
            lock.unlock();
        }
    }

    private Text enqueue(Text text) {
        Deque<Text> line = waiting.get(Lengths.of(text.ids.length));
        line.add(text);
        queued++;
        if (queued == 1 || line.size() >= capacity(Lengths.of(text.ids.length))) {
            changed.signal();
        }
        return text;
    }

    private List<float[]> await(List<Text> mine, long deadline)
            throws ProviderException, InterruptedException {
        List<float[]> logits = new ArrayList<>(mine.size());
        for (Text text : mine) {
            while (text.logits == null && text.failure == null) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw ProviderException.free(
                            CallFailure.TIMED_OUT, "the model did not answer in time");
                }
                text.ended.await(left, TimeUnit.NANOSECONDS);
            }
            if (text.failure != null) {
                throw text.failure;
            }
            logits.add(text.logits);
        }
        return logits;
    }

    /// Takes back what did not end, and stops a run that nobody waits for.
    private void abandon(List<Text> mine) {
        boolean stop = false;
        for (Text text : mine) {
            if (text.logits != null || text.failure != null) {
                continue;
            }
            text.abandoned = true;
            if (waiting.get(Lengths.of(text.ids.length)).remove(text)) {
                queued--;
            } else {
                stop = true;
            }
        }
        if (stop && running.stream().allMatch(text -> text.abandoned)) {
            runner.stop();
        }
    }

    private void work() {
        for (List<Text> batch = next(); !batch.isEmpty(); batch = next()) {
            List<long[]> ids = batch.stream().map(text -> text.ids).toList();
            @Nullable List<float[]> logits = null;
            @Nullable ProviderException failure = null;
            long begun = System.nanoTime();
            try {
                logits = runner.run(ids);
                metrics.ran(ids, System.nanoTime() - begun);
            } catch (ProviderException e) {
                failure = e;
            } catch (RuntimeException e) {
                failure =
                        ProviderException.free(CallFailure.INTERNAL_ERROR, "the run failed: " + e)
                                .because(e);
            }
            end(batch, logits, failure);
        }
    }

    private void end(
            List<Text> batch, @Nullable List<float[]> logits, @Nullable ProviderException failure) {
        lock.lock();
        try {
            running = List.of();
            for (int i = 0; i < batch.size(); i++) {
                Text text = batch.get(i);
                text.logits = logits == null ? null : logits.get(i);
                text.failure = failure;
                text.ended.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a batch.
    ///
    /// @return none when there will be no more
    private List<Text> next() {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                long wait = Long.MAX_VALUE;
                int oldest = -1;
                for (int i = 0; i < waiting.size(); i++) {
                    Text first = waiting.get(i).peek();
                    if (first == null) {
                        continue;
                    }
                    long left = first.arrived + delayNanos - now;
                    boolean ready = left <= 0 || waiting.get(i).size() >= capacity(i);
                    if (ready && (oldest < 0 || first.arrived < headOf(oldest))) {
                        oldest = i;
                    }
                    wait = Math.min(wait, left);
                }
                if (oldest >= 0) {
                    return take(oldest);
                }
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            lock.unlock();
        }
    }

    private long headOf(int number) {
        return waiting.get(number).element().arrived;
    }

    private List<Text> take(int number) {
        Deque<Text> line = waiting.get(number);
        List<Text> batch = new ArrayList<>();
        for (int room = capacity(number); room > 0 && !line.isEmpty(); room--) {
            batch.add(line.remove());
            queued--;
        }
        running = batch;
        return batch;
    }

    /// How many texts of a class of lengths make a full batch.
    private int capacity(int number) {
        return Math.max(1, Math.min(batchSize, batchTokens / Lengths.limit(number)));
    }

    int queued() {
        lock.lock();
        try {
            return queued;
        } finally {
            lock.unlock();
        }
    }

    /// Turns away what waits; lets a run that is under way end, and stops it when that takes long.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            for (Deque<Text> line : waiting) {
                for (Text text : line) {
                    text.failure =
                            ProviderException.free(
                                    CallFailure.SATURATED, "the model is being closed");
                    text.ended.signal();
                }
                line.clear();
            }
            queued = 0;
            changed.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                if (!worker.join(CLOSE_PATIENCE)) {
                    runner.stop();
                }
            } catch (InterruptedException _) {
                interrupted = true;
                runner.stop();
            }
        }
        runner.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A text that waits, runs or has ended; guarded by the lock.
    private final class Text {
        final long[] ids;
        final long arrived;
        final Condition ended = lock.newCondition();
        float @Nullable [] logits;
        @Nullable ProviderException failure;
        boolean abandoned;

        Text(long[] ids, long arrived) {
            this.ids = ids;
            this.arrived = arrived;
        }
    }
}
