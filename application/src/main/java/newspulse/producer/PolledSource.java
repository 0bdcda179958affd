package newspulse.producer;

import java.time.Duration;

/// A source that is asked again and again for what is new. One thread at a time asks it.
public non-sealed interface PolledSource extends Source {
    default SourceKind kind() {
        return SourceKind.OTHER;
    }

    /// Asks once, blocking. Trouble of the source is an answer, never an exception.
    Fetched fetch() throws InterruptedException;

    /// It is not asked more often than this, however short the interval set: for sources that count
    /// requests.
    default Duration shortestInterval() {
        return Duration.ZERO;
    }
}
