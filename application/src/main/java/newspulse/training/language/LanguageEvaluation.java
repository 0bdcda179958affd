package newspulse.training.language;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.language.Language;
import newspulse.engine.language.LanguageIdentifier;
import newspulse.engine.language.LanguageModel;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.training.Evaluation;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.Score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Measures the language identifier: on whole sentences, on their first words, and on headlines.
public final class LanguageEvaluation implements Evaluation {
    /// The largest news languages, by articles in public news crawls, our choice.
    static final Set<String> LARGEST =
            Set.of(
                    "en", "zh", "es", "ar", "fr", "ru", "pt", "de", "ja", "hi", "ko", "it", "tr",
                    "vi", "id", "fa", "pl", "nl", "uk", "th");

    private static final int HEADLINE_WORDS = 8;
    private static final int HEADLINE_LETTERS = 40;
    private static final int BINS = 10;
    private static final String SENTENCES = "language/sentences";

    @Override
    public String name() {
        return "language";
    }

    @Override
    public List<Score> measure(ModelFiles models, Path data, Progress progress) throws IOException {
        var languages = new LanguageIdentifier(LanguageModel.read(models.bytes("language.model")));
        List<Score> scores = new ArrayList<>();
        Path directory = data.resolve(SENTENCES);
        if (Files.isDirectory(directory)) {
            List<LabelledText> all = LanguageSentences.read(directory).test();
            List<LabelledText> large =
                    all.stream().filter(text -> LARGEST.contains(text.label())).toList();
            progress.at("language", 0, 2);
            String fifth = ", every fifth line";
            scores.add(score(languages, "79 languages" + fifth, all));
            scores.add(score(languages, "20 largest languages" + fifth, large));
            scores.add(
                    score(
                            languages,
                            "79 languages, first 8 words",
                            all,
                            LanguageEvaluation::start));
            scores.add(
                    score(
                            languages,
                            "20 largest languages, first 8 words",
                            large,
                            LanguageEvaluation::start));
            scores.add(calibration(languages, all));
        }
        progress.at("language", 1, 2);
        headlines(languages, data, "topic/uci4.test.tsv", "en", "UCI test headlines", scores);
        headlines(languages, data, "topic/huffpost.test.tsv", "en", "HuffPost test", scores);
        headlines(
                languages, data, "topic/klue-tc.test.tsv", "ko", "KLUE-TC test headlines", scores);
        progress.at("language", 2, 2);
        return scores;
    }

    private static void headlines(
            LanguageIdentifier languages,
            Path data,
            String path,
            String code,
            String name,
            List<Score> scores)
            throws IOException {
        Path file = data.resolve(path);
        if (!Files.exists(file)) {
            return;
        }
        List<LabelledText> texts =
                LabelledText.read(file).stream()
                        .map(text -> new LabelledText(code, text.text()))
                        .toList();
        scores.add(score(languages, name, texts));
        if (code.equals("en")) {
            scores.add(
                    score(
                            languages,
                            name + " in capitals",
                            texts,
                            text -> text.toUpperCase(Locale.ROOT)));
        }
    }

    static Score score(LanguageIdentifier languages, String name, List<LabelledText> texts) {
        return score(languages, name, texts, text -> text);
    }

    private static Score score(
            LanguageIdentifier languages,
            String name,
            List<LabelledText> texts,
            UnaryOperator<String> part) {
        int right = 0;
        Map<String, Integer> counts = new HashMap<>();
        for (LabelledText text : texts) {
            counts.merge(text.label(), 1, Integer::sum);
            right +=
                    identify(languages, part.apply(text.text())).code().equals(text.label())
                            ? 1
                            : 0;
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Score(
                "language",
                name,
                "accuracy",
                (double) right / texts.size(),
                texts.size(),
                List.of(new Score.Reference("majority", (double) most / texts.size())),
                "");
    }

    private static Score calibration(LanguageIdentifier languages, List<LabelledText> texts) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (LabelledText text : texts) {
            Language answer = identify(languages, text.text());
            int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            confidence[bin] += answer.confidence();
            right[bin] += answer.code().equals(text.label()) ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]) / texts.size();
        }
        return new Score(
                "language",
                "79 languages, every fifth line",
                "ECE",
                error,
                texts.size(),
                List.of(),
                "ten bins");
    }

    private static Language identify(LanguageIdentifier languages, String text) {
        return languages.identify(new Document(Tokenizer.tokenize(text), List.of()));
    }

    /// As much of a sentence as a headline has.
    private static String start(String text) {
        int words = 0;
        int at = 0;
        boolean spaced = text.indexOf(' ') >= 0 && text.indexOf(' ') < HEADLINE_LETTERS;
        while (at < text.length() && words < HEADLINE_WORDS) {
            words += text.charAt(at) == ' ' ? 1 : 0;
            at++;
            if (!spaced && at == HEADLINE_LETTERS / 2) {
                break;
            }
        }
        return text.substring(0, at);
    }
}
