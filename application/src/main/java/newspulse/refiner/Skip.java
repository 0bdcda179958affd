package newspulse.refiner;

import java.util.Locale;

/// Why an article is not sent out.
enum Skip {
    /// Somebody outside has answered already; the refiner's own answers among them.
    REFINED,
    /// It came in too long ago.
    TOO_OLD,
    /// The cascade keeps it here.
    NOT_WORTH_IT,
    /// This revision, or a higher one, is in hand.
    STALE,
    /// It was finished before the last restart or rebalance.
    FINISHED_BEFORE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name in metrics.
    String label() {
        return label;
    }
}
