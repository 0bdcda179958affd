package newspulse.training;

import java.util.List;

/// How well an analyser did on one data set.
///
/// @param what was measured: `tone, English`
/// @param dataSet and the part of it that was used: `SEntFiN test`
/// @param metric `macro-F1`, `accuracy`, `ECE`
/// @param value of the metric, mostly 0..1
/// @param items how many texts, sentences or documents
/// @param references what others reach on the same items
/// @param note what a reader should know of the measurement; may be empty
/// @param details a Markdown table of what was taken for what, for those whose value is not good
///   enough; may be empty
public record Score(
        String what,
        String dataSet,
        String metric,
        double value,
        int items,
        List<Reference> references,
        String note,
        String details) {

    public Score {
        references = List.copyOf(references);
    }

    /// A score without details.
    public Score(
            String what,
            String dataSet,
            String metric,
            double value,
            int items,
            List<Reference> references,
            String note) {
        this(what, dataSet, metric, value, items, references, note, "");
    }

    /// The same with details.
    public Score with(String table) {
        return new Score(what, dataSet, metric, value, items, references, note, table);
    }

    /// What somebody else reaches: `majority`, `VADER`, `predecessor`.
    public record Reference(String name, double value) {}
}
