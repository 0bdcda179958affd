package newspulse.training.tone;

import newspulse.training.DataSet;
import newspulse.training.LabelledText;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The labelled texts that the tone models are made of or measured on.
final class ToneData {
    static final DataSet SENTFIN =
            new DataSet("SEntFiN", "sentiment/sentfin.train.tsv", "MIT", DataSet.Use.TRAINING);
    static final DataSet NEWSMTSC =
            new DataSet("NewsMTSC", "sentiment/newsmtsc.train.tsv", "MIT", DataSet.Use.TRAINING);
    static final DataSet NSMC =
            new DataSet("NSMC", "sentiment/nsmc.train.tsv", "CC0-1.0", DataSet.Use.TRAINING);

    private ToneData() {}

    /// Reads a file whose labels are known.
    ///
    /// @throws IOException when it cannot be read, or holds another label
    static List<LabelledText> read(Path path, List<String> labels) throws IOException {
        List<LabelledText> texts = LabelledText.read(path);
        for (LabelledText text : texts) {
            if (!labels.contains(text.label())) {
                throw new IOException(
                        path + ": no such label: " + text.label() + "; known are " + labels);
            }
        }
        return texts;
    }

    /// The part that is measured, or all others.
    static List<LabelledText> part(List<LabelledText> texts, int parts, boolean measured) {
        List<LabelledText> chosen = new ArrayList<>();
        for (LabelledText text : texts) {
            if ((Parts.of(text.text(), parts) == Parts.MEASURED) == measured) {
                chosen.add(text);
            }
        }
        return chosen;
    }
}
