package newspulse.model;

/// The checks that the records' constructors share. A failing one is a programming error: input
/// from outside is checked, with every fault reported, before a record is built.
final class Require {
    private Require() {}

    static void text(String field, String value, int max) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + max + " characters, has " + value.length());
        }
    }

    static void within(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    field + " must be in [" + min + ", " + max + "], is " + value);
        }
    }

    static void atLeast(String field, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(field + " must be at least " + min + ": " + value);
        }
    }
}
