package newspulse.training.language;

import newspulse.training.LabelledText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sentences of many languages, from a directory of files named after their language (`ko.txt`),
/// with a sentence a line. Every fifth line is kept for tests, and of the others every tenth to
/// calibrate with; the files are sorted, so that a block of lines would not be like the rest.
record LanguageSentences(
        List<LabelledText> training, List<LabelledText> heldOut, List<LabelledText> test) {
    private static final String SUFFIX = ".txt";
    private static final int TEST = 5;
    private static final int HELD_OUT = 10;

    static LanguageSentences read(Path directory) throws IOException {
        var sentences =
                new LanguageSentences(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Path> files;
        try (var listed = Files.list(directory)) {
            files = listed.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IOException(directory + ": no files named after a language, as ko.txt");
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            String code = name.substring(0, name.length() - SUFFIX.length());
            sentences.add(code, Files.readAllLines(file));
        }
        return sentences;
    }

    private void add(String code, List<String> lines) {
        int others = 0;
        for (int i = 0; i < lines.size(); i++) {
            LabelledText sentence = new LabelledText(code, lines.get(i));
            if (i % TEST == TEST - 1) {
                test.add(sentence);
            } else if (others++ % HELD_OUT == HELD_OUT - 1) {
                heldOut.add(sentence);
            } else {
                training.add(sentence);
            }
        }
    }
}
