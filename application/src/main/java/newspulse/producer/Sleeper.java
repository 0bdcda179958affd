package newspulse.producer;

import java.time.Duration;

/// The passing of time, from outside, so that tests need not wait for it.
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;

    /// Real time.
    static Sleeper real() {
        return Thread::sleep;
    }
}
