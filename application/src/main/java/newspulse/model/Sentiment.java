package newspulse.model;

import java.util.Locale;

/// How a text speaks of what it reports. `UNKNOWN`: nothing can honestly be said, for instance of a
/// language that no model knows.
public enum Sentiment {
    POSITIVE,
    NEUTRAL,
    NEGATIVE,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name on the wire.
    public String label() {
        return label;
    }
}
