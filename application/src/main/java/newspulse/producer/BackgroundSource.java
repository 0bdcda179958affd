package newspulse.producer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;

/// A source that runs by itself on a virtual thread until it is done or closed.
public final class BackgroundSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundSource.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final Thread thread;

    private BackgroundSource(Thread thread) {
        this.thread = thread;
    }

    /// What runs; it ends by returning, or soon after its thread is interrupted.
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException, IOException;
    }

    public static BackgroundSource start(String name, Work work) {
        Thread thread =
                Thread.ofVirtual()
                        .name(name)
                        .uncaughtExceptionHandler(
                                (_, thrown) -> LOG.error("{} failed unexpectedly", name, thrown))
                        .start(() -> run(name, work));
        return new BackgroundSource(thread);
    }

    private static void run(String name, Work work) {
        try {
            work.run();
        } catch (InterruptedException _) {
            LOG.debug("{} was stopped", name);
        } catch (IOException e) {
            LOG.error("{} ended early: {}", name, e.toString());
        }
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /// Stops it, within a second.
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(LONGEST_CLOSE)) {
                LOG.warn("{} does not stop", thread.getName());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
