package newspulse.model;

/// Figures as they are told.
public final class Figure {
    private static final double DIGITS = 1e4;

    private Figure() {}

    /// With four digits behind the point, which is more than any model knows.
    public static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
