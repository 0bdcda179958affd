package newspulse.producer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

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

    /// The host that is asked next, so that all of its sources together are not too much for it;
    /// null for a source that minds its manners itself.
    default @Nullable String host() {
        return null;
    }

    /// Sources of one group are asked by the same replica. It is told by the list alone, so that
    /// all replicas agree.
    default String group() {
        return name();
    }

    /// What it would not want to learn again after a restart or in another replica, as texts. Asked
    /// for after what was fetched has been delivered.
    default Map<String, String> learnt() {
        return Map.of();
    }

    /// Takes back what [#learnt] gave, here or elsewhere. False where that was learnt of another
    /// source of the same name, for the list has changed since: then it takes nothing.
    default boolean recall(Map<String, String> learnt) {
        return true;
    }
}
