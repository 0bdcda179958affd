package newspulse.producer.schedule;

import java.time.Duration;

/// How long a source goes without anything new: how many pauses were seen, the longest, and how
/// long all of them were together. The longest fades with a half-life of a week, so that nights and
/// week-ends are remembered and a summer is not. A pause three times as long, after twenty that
/// were seen in a week at least, is more than a pause.
record Pauses(int seen, Duration longest, Duration together) {
    static final Pauses UNKNOWN = new Pauses(0, Duration.ZERO, Duration.ZERO);

    private static final double HALF_LIFE_SECONDS = 7 * 86_400.0;
    private static final Duration LONG_ENOUGH = Duration.ofDays(7);
    private static final int OFTEN_ENOUGH = 20;
    private static final int FACTOR = 3;

    /// After one more that is over.
    Pauses after(Duration pause) {
        double left = Math.pow(0.5, pause.toMillis() / 1e3 / HALF_LIFE_SECONDS);
        Duration faded = Duration.ofMillis(Math.round(longest.toMillis() * left));
        return new Pauses(seen + 1, Pace.longer(faded, pause), together.plus(pause));
    }

    boolean isTooLong(Duration pause) {
        return seen >= OFTEN_ENOUGH
                && together.compareTo(LONG_ENOUGH) >= 0
                && pause.compareTo(longest.multipliedBy(FACTOR)) > 0;
    }
}
