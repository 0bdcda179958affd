package newspulse.training;

import newspulse.engine.files.ModelFiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Measures one analyser on labelled texts that its model has not seen.
public interface Evaluation {
    /// What the command line calls it: `tone`.
    String name();

    /// One score for each data set that is there, in a fixed order; those that are missing are left
    /// out.
    ///
    /// @param models what is measured
    /// @param data the directory that holds all data sets
    /// @throws IOException when a file cannot be read; the message names file and line
    List<Score> measure(ModelFiles models, Path data, Progress progress) throws IOException;
}
