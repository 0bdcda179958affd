package newspulse.producer;

import java.util.Locale;

/// What kind of source an article came from; the values of the label `source_kind`.
public enum SourceKind {
    FEED,
    NEWSAPI,
    JSON,
    FILE,
    REPLAY,
    SAMPLE,
    /// A type of source that somebody has added.
    OTHER;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
