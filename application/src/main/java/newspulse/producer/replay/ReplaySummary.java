package newspulse.producer.replay;

import newspulse.producer.Receipt;

/// What became of the lines read: `lines` without the empty ones; `tooLong` were not handed over,
/// every other is in the receipt.
public record ReplaySummary(long lines, long tooLong, Receipt receipt) {
    static final ReplaySummary NOTHING = new ReplaySummary(0, 0, Receipt.NOTHING);

    ReplaySummary plus(ReplaySummary other) {
        return new ReplaySummary(
                lines + other.lines, tooLong + other.tooLong, receipt.plus(other.receipt));
    }

    /// Lines that are no articles, for whatever reason.
    public long rejected() {
        return receipt.rejected() + tooLong;
    }
}
