package newspulse.benchmarks;

import java.util.Collection;

/// A figure over some rounds.
record Measured(double median, double min, double max, int rounds) {
    static Measured of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Measured(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    static Measured once(double value) {
        return new Measured(value, value, value, 1);
    }

    /// The smallest of the values that at least this part of them does not exceed (nearest rank).
    ///
    /// @param part of 1, as 0.99
    static double quantile(Collection<Double> values, double part) {
        double[] sorted = sorted(values);
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    private static double[] sorted(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
