package newspulse.producer.schedule;

import java.time.Duration;
import java.util.Locale;

/// In what a source falls short of its past though it answers. `seen` and `expected` are articles
/// in an answer (the most lately, the fewest before) or seconds without anything new (now, the
/// longest before).
public record Silence(Kind kind, long seen, long expected) {

    /// What it falls short in.
    public enum Kind {
        FEW_ARTICLES,
        LONG_PAUSE;

        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }
    }

    static Silence fewArticles(Yield yield) {
        return new Silence(Kind.FEW_ARTICLES, yield.mostOfLow(), yield.fewest());
    }

    static Silence longPause(Duration pause, Pauses pauses) {
        return new Silence(Kind.LONG_PAUSE, pause.toSeconds(), pauses.longest().toSeconds());
    }
}
