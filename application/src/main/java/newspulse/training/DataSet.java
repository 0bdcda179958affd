package newspulse.training;

/// Labelled texts that were published by somebody.
///
/// @param name as its authors call it
/// @param path of the file, below the directory that holds all data sets
/// @param licence as an SPDX identifier where there is one
/// @param use what the licence allows
public record DataSet(String name, String path, String licence, Use use) {
    /// What may be learned from it.
    public enum Use {
        /// A model of it may be shipped under any licence, with attribution.
        TRAINING,
        /// A model of it may be shipped under the same licence only.
        SHARE_ALIKE,
        /// No shipped model may have seen it.
        EVALUATION
    }
}
