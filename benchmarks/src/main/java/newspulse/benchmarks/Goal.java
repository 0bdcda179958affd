package newspulse.benchmarks;

/// What a figure should reach at the least, on two cores.
sealed interface Goal {
    boolean isReachedBy(double value);

    String write(Unit unit);

    /// There is none: the figure is told for what it is.
    record None() implements Goal {
        @Override
        public boolean isReachedBy(double value) {
            return true;
        }

        @Override
        public String write(Unit unit) {
            return "";
        }
    }

    /// More is better.
    record AtLeast(double limit) implements Goal {
        @Override
        public boolean isReachedBy(double value) {
            return value >= limit;
        }

        @Override
        public String write(Unit unit) {
            return ">= " + unit.write(limit);
        }
    }

    /// Less is better.
    record AtMost(double limit) implements Goal {
        @Override
        public boolean isReachedBy(double value) {
            return value <= limit;
        }

        @Override
        public String write(Unit unit) {
            return "<= " + unit.write(limit);
        }
    }
}
