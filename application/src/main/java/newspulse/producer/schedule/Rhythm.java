package newspulse.producer.schedule;

import java.time.Duration;

/// How often a source publishes, by what was seen: articles that were new, and the seconds over
/// which they came, both fading with a time constant of half a day, so that a rate of yesterday
/// counts an eighth of today's.
record Rhythm(double articles, double seconds) {
    static final Rhythm UNKNOWN = new Rhythm(0, 0);

    private static final double FADING_SECONDS = 43_200;

    /// After so much more time, in which so many came.
    Rhythm after(Duration time, long more) {
        double passed = time.toMillis() / 1e3;
        double left = Math.exp(-passed / FADING_SECONDS);
        return new Rhythm(articles * left + more, seconds * left + FADING_SECONDS * (1 - left));
    }

    /// The mean time from one to the next; as if one more were just due, so that little time seen
    /// never passes for a slow source.
    Duration betweenArticles() {
        return Duration.ofMillis(Math.round(1e3 * seconds / (articles + 1)));
    }
}
