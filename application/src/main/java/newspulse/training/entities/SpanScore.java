package newspulse.training.entities;

import java.util.Set;

/// How many spans were found, how many were there, and how many of the found are right: the same
/// bounds and the same kind (Tjong Kim Sang and De Meulder, CoNLL-2003 shared task).
public record SpanScore(int right, int found, int there) {
    public static final SpanScore NONE = new SpanScore(0, 0, 0);

    /// Compares what was found in a document with what is there.
    static <T> SpanScore of(Set<T> found, Set<T> there) {
        int right = 0;
        for (T span : found) {
            right += there.contains(span) ? 1 : 0;
        }
        return new SpanScore(right, found.size(), there.size());
    }

    public SpanScore plus(SpanScore other) {
        return new SpanScore(right + other.right, found + other.found, there + other.there);
    }

    /// Of the found, how many are right; 0 when nothing was found.
    public double precision() {
        return found == 0 ? 0 : right / (double) found;
    }

    /// Of those that are there, how many were found; 0 when there are none.
    public double recall() {
        return there == 0 ? 0 : right / (double) there;
    }

    /// The harmonic mean of both; 0 when nothing is right.
    public double f1() {
        return right == 0 ? 0 : 2.0 * right / (found + there);
    }
}
