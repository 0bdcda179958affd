package newspulse.producer;

import java.time.Duration;

/// Which of several replicas fetches a source.
@FunctionalInterface
public interface Lease {
    /// True when the source is this replica's for the term that starts now: because nobody had it,
    /// or because this replica had it already and so renews it. Never throws: a replica that cannot
    /// ask does not fetch.
    boolean acquire(String sourceName, Duration term);

    /// For one replica alone: every source is its own.
    static Lease alone() {
        return (_, _) -> true;
    }
}
