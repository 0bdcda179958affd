package newspulse.producer;

/// Something that brings articles, opened and not yet at work.
public sealed interface Source permits PolledSource, RunningSource {
    /// Unique among the sources; also the name of its lease.
    String name();
}
