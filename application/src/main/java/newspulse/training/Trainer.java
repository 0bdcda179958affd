package newspulse.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Makes one model from labelled text: the same data and seed give the same bytes.
public interface Trainer {
    /// What the command line calls the model: `tone-en`.
    String name();

    /// Where the model file stands below a directory of models: `en/tone.model`.
    String file();

    /// What the shipped model was made of.
    List<DataSet> dataSets();

    /// Trains, and writes the model file and its [ModelCard] below a directory of models.
    ///
    /// @param texts labelled files, in the order of [#dataSets] or a user's own
    /// @param seed of everything that is drawn by lot
    /// @param models the directory of models
    /// @throws IOException when a file cannot be read or written; the message names file and line
    void train(List<Path> texts, long seed, Path models, Progress progress) throws IOException;
}
