package newspulse.training.tone;

import newspulse.training.LabelledText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Headlines of our own with their tone, for what every reader knows and no labelled source says:
/// that deaths are bad news, and fewer deaths good news.
final class OwnTexts {
    /// What one counts as an example, beside 1 of a labelled text.
    static final float WEIGHT = 3;

    private static final String FILE = "/newspulse/training/en-tone.tsv";

    private OwnTexts() {}

    /// All of them.
    ///
    /// @throws IOException when the file cannot be read
    static List<LabelledText> read() throws IOException {
        try (InputStream in = OwnTexts.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("missing from the application: " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(line -> new LabelledText(line[0], line[1]))
                    .toList();
        }
    }
}
