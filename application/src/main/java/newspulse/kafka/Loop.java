package newspulse.kafka;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Consumer;

/// One platform thread with one job that goes on until it is told to end. What escapes the job is a
/// bug: it is logged and reported, and the loop counts as no longer running.
public final class Loop {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final Thread thread;
    private volatile boolean ending;

    /// What the thread does; it asks [#goesOn] often and returns when told to end.
    @FunctionalInterface
    public interface Job {
        void run(Loop loop) throws InterruptedException;
    }

    /// Prepares the thread; it begins with [#start].
    ///
    /// @param onFatal hears of the end that nobody asked for
    public Loop(String name, Job job, Consumer<Throwable> onFatal) {
        thread =
                Thread.ofPlatform()
                        .name(name)
                        .daemon()
                        .unstarted(() -> {
                            try {
                                job.run(this);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.setUncaughtExceptionHandler((_, failure) -> {
            if (ending && failure instanceof InterruptException) {
                return;
            }
            log.error("code=internal_error the thread {} ended", name, failure);
            onFatal.accept(failure);
        });
    }

    public void start() {
        thread.start();
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    public boolean goesOn() {
        return !ending;
    }

    /// Tells the job to end, waits, and interrupts it when it takes longer than that.
    public void end(Duration deadline) {
        ending = true;
        try {
            if (thread.isAlive() && !thread.join(deadline)) {
                log.warn("the thread {} did not end in time: interrupting it", thread.getName());
                thread.interrupt();
                thread.join(deadline);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
