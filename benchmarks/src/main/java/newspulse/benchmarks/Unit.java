package newspulse.benchmarks;

import java.util.Locale;

/// How a figure is written.
enum Unit {
    PER_SECOND("%,.0f/s"),
    SECONDS("%.2f s"),
    MILLIS("%,.1f ms"),
    MICROS("%,.0f us"),
    MEBIBYTES("%,.0f MiB"),
    CORES("%.2f cores"),
    INTERVALS("%.2f intervals");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    String write(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    String write(Measured measured) {
        String median = write(measured.median());
        return measured.rounds() == 1
                ? median
                : "%s (%s .. %s)".formatted(median, write(measured.min()), write(measured.max()));
    }
}
