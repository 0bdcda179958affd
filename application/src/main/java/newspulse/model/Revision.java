package newspulse.model;

import java.util.Comparator;

/// Which version of an article this is: `content` counts the changes of its text, `analysis` the
/// analyses of that text, both from 1. Of two values for one id the higher revision wins
/// everywhere.
public record Revision(int content, int analysis) implements Comparable<Revision> {
    public static final Revision FIRST = new Revision(1, 1);

    private static final Comparator<Revision> ORDER =
            Comparator.comparingInt(Revision::content).thenComparingInt(Revision::analysis);

    public Revision {
        Require.atLeast("content_revision", content, 1);
        Require.atLeast("analysis_revision", analysis, 1);
    }

    /// The first analysis of changed content.
    public Revision nextContent() {
        return new Revision(content + 1, 1);
    }

    /// The next analysis of the same content.
    public Revision nextAnalysis() {
        return new Revision(content, analysis + 1);
    }

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }
}
