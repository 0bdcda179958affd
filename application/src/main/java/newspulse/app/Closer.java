package newspulse.app;

import org.slf4j.Logger;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Closes what was started, in reverse order. Each is closed whatever befell the others; the first
/// failure is thrown, and the rest are suppressed in it.
final class Closer implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T closeable) {
        open.push(closeable);
        return closeable;
    }

    @Override
    public synchronized void close() throws IOException {
        IOException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (first == null) {
                    first = e instanceof IOException io ? io : new IOException(e);
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /// Closes everything; what fails is logged.
    void closeQuietly(Logger log) {
        try {
            close();
        } catch (IOException e) {
            log.warn("Not everything closed in order: {}", e.toString());
        }
    }
}
