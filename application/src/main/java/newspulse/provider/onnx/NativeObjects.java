package newspulse.provider.onnx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what ONNX Runtime holds for us outside the heap, and gives it back: the collector never
/// does.
final class NativeObjects {
    private final AtomicInteger open = new AtomicInteger();

    /// How many are held now.
    int open() {
        return open.get();
    }

    Scope scope() {
        return new Scope();
    }

    /// Holds objects until it is closed, the last first.
    final class Scope implements AutoCloseable {
        private final Deque<AutoCloseable> held = new ArrayDeque<>();

        <T extends AutoCloseable> T hold(T object) {
            open.incrementAndGet();
            held.push(object);
            return object;
        }

        @Override
        public void close() {
            while (!held.isEmpty()) {
                try {
                    held.pop().close();
                } catch (Exception e) {
                    throw new IllegalStateException("a native object cannot be closed", e);
                } finally {
                    open.decrementAndGet();
                }
            }
        }
    }
}
