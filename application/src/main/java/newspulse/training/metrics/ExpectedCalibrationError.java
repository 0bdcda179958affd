package newspulse.training.metrics;

import java.util.Locale;

/// How far confidence is from how often it is right: the mean distance over ten bins of confidence,
/// weighted by what is in them (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017).
public final class ExpectedCalibrationError {
    private static final int BINS = 10;

    private final double[] confidence = new double[BINS];
    private final int[] right = new int[BINS];
    private final int[] items = new int[BINS];
    private int all;

    /// Counts an answer.
    ///
    /// @param confident 0..1
    public void add(double confident, boolean isRight) {
        int bin = Math.clamp((int) (confident * BINS), 0, BINS - 1);
        confidence[bin] += confident;
        right[bin] += isRight ? 1 : 0;
        items[bin]++;
        all++;
    }

    /// 0..1, and 0 of nothing.
    public double value() {
        double distance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            distance += Math.abs(confidence[bin] - right[bin]);
        }
        return all == 0 ? 0 : distance / all;
    }

    /// A Markdown table: of each bin how many answers it holds, how sure they were on average, and
    /// how often right.
    public String markdown() {
        var text = new StringBuilder("| answers | confidence | right |\n| ---: | ---: | ---: |\n");
        for (int bin = 0; bin < BINS; bin++) {
            if (items[bin] > 0) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "| %,d | %.3f | %.3f |%n",
                                items[bin],
                                confidence[bin] / items[bin],
                                (double) right[bin] / items[bin]));
            }
        }
        return text.toString();
    }
}
