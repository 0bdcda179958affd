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
public record Score(
        String what,
        String dataSet,
        String metric,
        double value,
        int items,
        List<Reference> references,
        String note) {

    public Score {
        references = List.copyOf(references);
    }

    /// What somebody else reaches: `majority`, `VADER`, `predecessor`.
    public record Reference(String name, double value) {}
}
