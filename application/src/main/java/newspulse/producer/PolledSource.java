package newspulse.producer;

import java.time.Duration;

/// A source that is asked again and again for what is new. One thread at a time asks it.
public interface PolledSource {
    /// Unique among the sources; also the name of its lease.
    String name();

    SourceKind kind();

    /// Asks once, blocking. Trouble of the source is an answer, never an exception.
    Fetched fetch() throws InterruptedException;

    /// It is not asked more often than this, however short the interval set: for sources that count
    /// requests.
    default Duration shortestInterval() {
        return Duration.ZERO;
    }
}
