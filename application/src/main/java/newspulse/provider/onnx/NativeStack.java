package newspulse.provider.onnx;

import newspulse.config.ConfigurationException;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// Threads that enter ONNX Runtime. It takes more of a stack than the JVM's default of 1 MiB may
/// leave, and a native overflow ends the process without a word (seen while it was loaded).
final class NativeStack {
    private static final long BYTES = 16L << 20;

    private NativeStack() {}

    static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().stackSize(BYTES).start(work);
    }

    /// Has something done by such a thread, and waits for it, however long it takes.
    static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread loader = start("onnx-load", task);
        boolean interrupted = false;
        while (loader.isAlive()) {
            try {
                loader.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return switch (task.state()) {
            case SUCCESS -> task.resultNow();
            case FAILED -> throw asTold(task.exceptionNow());
            case RUNNING, CANCELLED -> throw new IllegalStateException("loading did not end");
        };
    }

    private static RuntimeException asTold(Throwable failure) {
        return failure instanceof ConfigurationException refused
                ? refused
                : new IllegalStateException("models cannot be loaded", failure);
    }
}
