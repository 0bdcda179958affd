package newspulse.training.tone;

import newspulse.training.LabelledText;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads labelled texts of tone, and sets apart those that are measured on.
final class ToneData {
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
