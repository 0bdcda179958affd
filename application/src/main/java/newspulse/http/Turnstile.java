package newspulse.http;

import newspulse.model.Failure;
import newspulse.model.FailureCode;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets at most so many tasks run at once, keeps a bounded queue behind them in the order they
/// came, and refuses the rest. Whoever waited longer than the deadline is refused, too. Tasks run
/// on virtual threads.
public final class Turnstile implements AutoCloseable {
    private final int maxRunning;
    private final int maxWaiting;
    private final long maxWaitingWeight;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor timers;

    private final Deque<Task<?>> waiting = new ArrayDeque<>();
    private int running;
    private long waitingWeight;

    /// Opens it.
    ///
    /// @param maxWaitingWeight what all waiting tasks may cost together
    /// @param deadline for waiting; running takes as long as it takes
    public Turnstile(int maxRunning, int maxWaiting, long maxWaitingWeight, Duration deadline) {
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
        this.maxWaitingWeight = maxWaitingWeight;
        this.deadline = deadline;
        this.timers =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("turnstile-timer").factory());
        this.timers.setRemoveOnCancelPolicy(true);
    }

    /// The task was not begun.
    public static final class RefusedException extends RuntimeException {
        @Serial private static final long serialVersionUID = 1;

        private final transient Failure failure;

        public RefusedException(FailureCode code, String detail) {
            super(detail, null, false, false);
            this.failure = new Failure(code, detail);
        }

        public Failure failure() {
            return failure;
        }
    }

    /// Runs the task now or when its turn comes.
    ///
    /// @param weight what it costs to keep the task waiting, in bytes
    /// @return the task's result, or a [RefusedException]
    public <T> CompletableFuture<T> submit(long weight, Supplier<T> work) {
        return submit(weight, deadline, work);
    }

    /// The same for a task that has less time to wait than others.
    public <T> CompletableFuture<T> submit(long weight, Duration patience, Supplier<T> work) {
        var task = new Task<>(weight, work, new CompletableFuture<>());
        synchronized (this) {
            if (running >= maxRunning) {
                if (waiting.size() >= maxWaiting || waitingWeight + weight > maxWaitingWeight) {
                    return CompletableFuture.failedFuture(
                            new RefusedException(
                                    FailureCode.OVERLOADED,
                                    "More requests wait than can be kept waiting."));
                }
                waiting.addLast(task);
                waitingWeight += weight;
            } else {
                running++;
                start(task);
                return task.result();
            }
        }
        Future<?> timer =
                timers.schedule(() -> giveUp(task), patience.toNanos(), TimeUnit.NANOSECONDS);
        return task.result().whenComplete((_, _) -> timer.cancel(false));
    }

    /// How many tasks run now.
    public synchronized int running() {
        return running;
    }

    /// Refuses what waits; what runs goes on.
    @Override
    public void close() {
        synchronized (this) {
            waiting.forEach(
                    task -> task.refuse(FailureCode.DRAINING, "The service is being stopped."));
            waiting.clear();
        }
        threads.shutdown();
        timers.shutdownNow();
    }

    private void giveUp(Task<?> task) {
        synchronized (this) {
            if (!waiting.remove(task)) {
                return;
            }
            waitingWeight -= task.weight();
        }
        task.refuse(FailureCode.OVERLOADED, "The request's turn did not come in time.");
    }

    private void start(Task<?> task) {
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    next();
                }
            });
        } catch (RejectedExecutionException _) {
            task.refuse(FailureCode.DRAINING, "The service is being stopped.");
        }
    }

    private synchronized void next() {
        Task<?> task = waiting.pollFirst();
        if (task == null) {
            running--;
        } else {
            waitingWeight -= task.weight();
            start(task);
        }
    }

    private record Task<T>(long weight, Supplier<T> work, CompletableFuture<T> result) {
        void run() {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        }

        void refuse(FailureCode code, String detail) {
            result.completeExceptionally(new RefusedException(code, detail));
        }
    }
}
