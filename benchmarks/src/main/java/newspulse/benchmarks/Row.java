package newspulse.benchmarks;

/// One line of the report.
sealed interface Row {
    String what();

    /// What stands beside the figure, or instead of one.
    String note();

    /// A figure, and what it should be; the median decides.
    record Figure(String what, Measured measured, Unit unit, Goal goal, String note)
            implements Row {
        static Figure of(String what, Measured measured, Unit unit) {
            return new Figure(what, measured, unit, new Goal.None(), "");
        }

        Figure atLeast(double limit) {
            return new Figure(what, measured, unit, new Goal.AtLeast(limit), note);
        }

        Figure atMost(double limit) {
            return new Figure(what, measured, unit, new Goal.AtMost(limit), note);
        }

        Figure noting(String text) {
            return new Figure(what, measured, unit, goal, text);
        }
    }

    /// What could not be measured here, and why.
    record Missing(String what, String note) implements Row {}
}
