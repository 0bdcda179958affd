package newspulse.app;

import newspulse.producer.replay.Replay;

/// Where a producer's articles come from, besides HTTP.
sealed interface Feed {
    /// The feeds of the source list, and NewsAPI when there is a key.
    record Sources() implements Feed {}

    /// A file, and nothing else.
    record File(Replay replay) implements Feed {}

    /// The demonstration's own texts.
    record Samples() implements Feed {}
}
