package newspulse.training.keywords;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.keywords.Keywords;
import newspulse.engine.language.Language;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.training.Evaluation;
import newspulse.training.Progress;
import newspulse.training.Score;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/// Measures keywords by F1 of the first ten against those that people gave, both stemmed (Porter),
/// averaged over the documents that have any. The documents are abstracts and paragraphs of
/// science: none of them was trained on, and none is news.
public final class KeywordEvaluation implements Evaluation {
    private static final List<String> SETS = List.of("Inspec", "SemEval2017");

    @Override
    public String name() {
        return "keywords";
    }

    @Override
    public List<Score> measure(ModelFiles models, Path data, Progress progress) throws IOException {
        Keywords keywords = new Keywords(models);
        List<Score> scores = new ArrayList<>();
        for (String set : SETS) {
            Path directory = data.resolve("keyphrases").resolve(set);
            if (Files.isDirectory(directory)) {
                measure(keywords, directory, set, progress, scores);
            }
        }
        return scores;
    }

    private static void measure(
            Keywords keywords, Path directory, String set, Progress progress, List<Score> scores)
            throws IOException {
        List<Path> files;
        try (var listed = Files.list(directory.resolve("keys"))) {
            files = listed.sorted().toList();
        }
        double f1 = 0;
        int documents = 0;
        int hits = 0;
        int given = 0;
        int wanted = 0;
        for (Path file : files) {
            Set<String> gold = gold(file);
            if (gold.isEmpty()) {
                continue;
            }
            progress.at("keywords of " + set, documents, files.size());
            String name = file.getFileName().toString();
            Path text = directory.resolve("docsutf8").resolve(name.replace(".key", ".txt"));
            Set<String> found = new HashSet<>();
            keywords.of(document(text), Language.ENGLISH).forEach(word -> found.add(stem(word)));
            int right = (int) found.stream().filter(gold::contains).count();
            f1 += f1(right, found.size(), gold.size());
            documents++;
            hits += right;
            given += found.size();
            wanted += gold.size();
        }
        scores.add(score(set, "F1@10", f1 / documents, documents, "averaged over documents"));
        scores.add(score(set, "F1@10, pooled", f1(hits, given, wanted), documents, ""));
    }

    private static Score score(String set, String metric, double value, int items, String note) {
        return new Score("keywords, English", set, metric, value, items, List.of(), note);
    }

    private static double f1(int right, int given, int wanted) {
        return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
    }

    private static Set<String> gold(Path file) throws IOException {
        Set<String> gold = new HashSet<>();
        for (String line : text(file).split("\n", -1)) {
            String phrase = stem(line);
            if (!phrase.isEmpty()) {
                gold.add(phrase);
            }
        }
        return gold;
    }

    /// The first line as the title, the rest as the body.
    private static Document document(Path file) throws IOException {
        String text = text(file).strip();
        int end = text.indexOf('\n');
        String title = end < 0 ? "" : text.substring(0, end);
        String body = spaced(text.substring(end + 1));
        return new Document(Tokenizer.tokenize(spaced(title)), List.of(Tokenizer.tokenize(body)));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r", "\n");
    }

    private static String spaced(String text) {
        return String.join(" ", text.strip().split("\\s+", -1));
    }

    private static String stem(String phrase) {
        StringJoiner stems = new StringJoiner(" ");
        for (String word : phrase.toLowerCase(Locale.ROOT).strip().split("[\\s-]+", -1)) {
            stems.add(PorterStemmer.stem(word));
        }
        return stems.toString();
    }
}
