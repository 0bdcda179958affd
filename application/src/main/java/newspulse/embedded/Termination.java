package newspulse.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The end of a process: asked first (SIGTERM, so that it can write what it holds), then forced.
final class Termination {
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

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
        try {
            handle.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("cannot wait for process " + handle.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
            throw new IOException("interrupted while process " + handle.pid() + " ended", e);
        }
    }
}
