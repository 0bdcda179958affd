package newspulse.training;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A text and what somebody said of it.
public record LabelledText(String label, String text) {
    /// Reads `label TAB text` lines of UTF-8; empty lines are passed over.
    ///
    /// @throws IOException when the file cannot be read or a line has no tab, with file and line
    public static List<LabelledText> read(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        int number = 0;
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                int tab = line.indexOf('\t');
                if (line.isBlank()) {
                    continue;
                }
                if (tab <= 0) {
                    throw new IOException(file + ":" + number + ": must be a label, a tab, a text");
                }
                texts.add(new LabelledText(line.substring(0, tab), line.substring(tab + 1)));
            }
        } catch (MalformedInputException e) {
            throw new IOException(file + ":" + (number + 1) + ": must be UTF-8", e);
        }
        return texts;
    }
}
