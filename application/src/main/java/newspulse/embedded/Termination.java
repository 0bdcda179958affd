package newspulse.embedded;

import java.io.IOException;
import java.time.Duration;

/// The end of a process: asked first (SIGTERM, so that it can write what it holds), then forced.
final class Termination {
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(5);

    private Termination() {}

    /// Returns once the process is gone.
    ///
    /// @param patience how long it may take to end by itself
    static void of(ProcessHandle handle, Duration patience) throws IOException {
        handle.destroy();
        if (!ended(handle, patience)) {
            handle.destroyForcibly();
            if (!ended(handle, AFTER_KILL)) {
                throw new IOException("process " + handle.pid() + " cannot be ended");
            }
        }
    }

    private static boolean ended(ProcessHandle handle, Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            while (isRunning(handle)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(POLL);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
            throw new IOException("interrupted while process " + handle.pid() + " ended", e);
        }
    }

    /// A process that ended stays alive in the kernel's eyes until its parent asks for its status,
    /// which the first process of a container may never do; but it runs no program any more.
    private static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }
}
