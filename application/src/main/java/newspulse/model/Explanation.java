package newspulse.model;

import java.util.List;

/// Why an analysis says what it says: for each answer the spans that carried it.
///
/// @param reasons in the order of the answers; an answer nothing can be said of has none
public record Explanation(List<Reason> reasons) {
    public static final Explanation NONE = new Explanation(List.of());

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /// Why one answer is as it is.
    ///
    /// @param answer the field of the analysis: `language`, `sentiment`, `topics`, `entities`,
    ///   `keywords`, `importance_score`
    /// @param value the value that is explained
    /// @param because how it came about, in a sentence
    /// @param spans most telling first
    public record Reason(String answer, String value, String because, List<Span> spans) {
        public Reason {
            Require.text("answer", answer, 50);
            spans = List.copyOf(spans);
        }
    }

    /// A piece of the normalised text of `field`, from `start` (included) to `end` (excluded),
    /// UTF-16 offsets.
    ///
    /// @param weight how much it says for the value (above 0) or against it; to be compared within
    ///   one reason only
    public record Span(Entity.Field field, int start, int end, double weight) {
        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("not a span: " + start + ".." + end);
            }
        }
    }
}
