package newspulse.app;

import newspulse.kafka.GroupLag;

import java.time.Duration;

/// Asks the brokers for the lag of a group every few seconds.
final class LagWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Thread thread;

    private LagWatch(Thread thread) {
        this.thread = thread;
    }

    static LagWatch start(GroupLag lag) {
        return new LagWatch(Thread.ofVirtual().name("lag-watch").start(() -> watch(lag)));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void watch(GroupLag lag) {
        try {
            while (true) {
                lag.refresh();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
