package newspulse.producer;

import java.util.List;

/// The way into the pipeline, shared by all sources.
public interface Outbox {
    /// Takes articles into the pipeline; returns once each has its outcome, in the order given. May
    /// block, so it is called from virtual threads only.
    List<Outcome> offer(List<Submission> batch) throws InterruptedException;
}
