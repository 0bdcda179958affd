package newspulse.training.subjects;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.text.Document;
import newspulse.model.Subject;
import newspulse.training.Evaluation;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.Score;
import newspulse.training.metrics.Confusion;
import newspulse.training.metrics.ExpectedCalibrationError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Measures the subjects of English and Korean texts against the sections that publishers filed
/// them under: the likeliest subject of those that a data set knows is the answer.
public final class SubjectEvaluation implements Evaluation {
    private static final String ENGLISH = "subjects, English";
    private static final String KOREAN = "subjects, Korean";
    private static final Set<Subject> ALL = EnumSet.allOf(Subject.class);

    /// What AG News has one label for.
    private static final Set<Subject> ABROAD = EnumSet.of(Subject.WORLD, Subject.POLITICS);

    private static final Set<Subject> UCI =
            EnumSet.of(
                    Subject.BUSINESS,
                    Subject.SCIENCE_TECHNOLOGY,
                    Subject.CULTURE_ENTERTAINMENT,
                    Subject.HEALTH);
    private static final Set<Subject> KLUE =
            EnumSet.complementOf(EnumSet.of(Subject.HEALTH, Subject.ENVIRONMENT));

    @Override
    public String name() {
        return "subjects";
    }

    @Override
    public List<Score> measure(ModelFiles models, Path data, Progress progress) throws IOException {
        SubjectModel english = SubjectModel.read(models.bytes("en/subjects.model"));
        SubjectModel korean = SubjectModel.read(models.bytes("ko/subjects.model"));
        List<Score> scores = new ArrayList<>();
        Path uci = data.resolve("topic/uci4.test.tsv");
        Path huffPost = data.resolve("topic/huffpost.test.tsv");
        Path agNews = data.resolve("topic/agnews.test.tsv");
        Path klue = data.resolve("topic/klue-tc.test.tsv");
        progress.at(name(), 0, 4);
        if (Files.exists(uci)) {
            var tally = new Tally(english, Grams.LETTERS, UCI);
            tally.read(uci, line -> true, SubjectEvaluation::section);
            scores.addAll(tally.accuracy(ENGLISH, "UCI test", "best of its four classes"));
        }
        progress.at(name(), 1, 4);
        if (Files.exists(huffPost)) {
            var all = new Tally(english, Grams.LETTERS, ALL);
            all.read(huffPost, line -> true, SubjectEvaluation::section);
            scores.addAll(all.macroF1(ENGLISH, "HuffPost test", "all sections with a subject"));
            var clear = new Tally(english, Grams.LETTERS, ALL);
            clear.read(
                    huffPost, line -> !Sections.isVague(line.label()), SubjectEvaluation::section);
            scores.addAll(
                    clear.macroF1(
                            ENGLISH,
                            "HuffPost test, clear sections",
                            "without sections of who speaks, U.S. NEWS and COMEDY"));
        }
        progress.at(name(), 2, 4);
        if (Files.exists(agNews)) {
            var tally = new Tally(english, Grams.LETTERS, ALL);
            tally.read(agNews, line -> true, SubjectEvaluation::agNews);
            scores.addAll(
                    tally.accuracy(
                            ENGLISH,
                            "AG News test",
                            "best of nine; never trained on; world counts as world or politics"));
            scores.add(tally.calibrationTogether(ENGLISH, "AG News test"));
        }
        progress.at(name(), 3, 4);
        if (Files.exists(klue)) {
            var tally = new Tally(korean, Grams.SYLLABLES, KLUE);
            tally.read(klue, line -> true, SubjectEvaluation::section);
            scores.addAll(tally.macroF1(KOREAN, "KLUE-TC test", "best of its seven classes"));
        }
        progress.at(name(), 4, 4);
        return scores;
    }

    private static Optional<Subject> section(String label, Subject answer) {
        return Sections.subject(label);
    }

    private static Optional<Subject> agNews(String label, Subject answer) {
        return switch (label) {
            case "World" ->
                    Optional.of(answer == Subject.POLITICS ? Subject.POLITICS : Subject.WORLD);
            case "Sports" -> Optional.of(Subject.SPORT);
            case "Business" -> Optional.of(Subject.BUSINESS);
            case "Sci/Tech" -> Optional.of(Subject.SCIENCE_TECHNOLOGY);
            default -> Optional.empty();
        };
    }

    /// What was true of a text with a label, of which the answer may be one of two truths.
    @FunctionalInterface
    private interface Truth {
        Optional<Subject> of(String label, Subject answer);
    }

    private static final class Tally {
        private final SubjectModel model;
        private final Grams grams;
        private final Set<Subject> choice;
        private final Confusion confusion = new Confusion();
        private final Confusion labels = new Confusion();
        private final ExpectedCalibrationError error = new ExpectedCalibrationError();
        private final ExpectedCalibrationError together = new ExpectedCalibrationError();

        Tally(SubjectModel model, Grams grams, Set<Subject> choice) {
            this.model = model;
            this.grams = grams;
            this.choice = choice;
        }

        void read(Path file, Predicate<LabelledText> which, Truth truth) throws IOException {
            for (LabelledText line : LabelledText.read(file)) {
                if (which.test(line)) {
                    add(line, truth);
                }
            }
        }

        private void add(LabelledText line, Truth truth) {
            Document document = SubjectText.document(line.text());
            Map<Subject, Double> all = model.all(document, Features.of(document, grams));
            Subject best = Subject.POLITICS;
            double highest = -1;
            double sum = 0;
            for (Subject subject : choice) {
                double likely = all.getOrDefault(subject, 0.0);
                sum += likely;
                if (likely > highest) {
                    highest = likely;
                    best = subject;
                }
            }
            Subject answer = best;
            double confidence = choice.size() == Subject.values().length ? highest : highest / sum;
            truth.of(line.label(), answer)
                    .ifPresent(right -> {
                        confusion.add(right.label(), answer.label());
                        labels.add(line.label(), "");
                        error.add(confidence, right == answer);
                        boolean either = ABROAD.contains(answer);
                        double of = either ? sum(all, ABROAD) : confidence;
                        together.add(of, right == answer);
                    });
        }

        private static double sum(Map<Subject, Double> all, Set<Subject> subjects) {
            return subjects.stream().mapToDouble(one -> all.getOrDefault(one, 0.0)).sum();
        }

        List<Score> accuracy(String what, String dataSet, String note) {
            var majority = new Score.Reference("majority", labels.majorityAccuracy());
            return List.of(
                    score(what, dataSet, "accuracy", confusion.accuracy(), List.of(majority), note)
                            .with(confusion.markdown()),
                    calibration(what, dataSet));
        }

        List<Score> macroF1(String what, String dataSet, String note) {
            var majority = new Score.Reference("majority", confusion.majorityMacroF1());
            return List.of(
                    score(what, dataSet, "macro-F1", confusion.macroF1(), List.of(majority), note)
                            .with(confusion.markdown()),
                    calibration(what, dataSet));
        }

        private Score calibration(String what, String dataSet) {
            String note = "of the likeliest; less is better";
            return score(what, dataSet, "ECE", error.value(), List.of(), note)
                    .with(error.markdown());
        }

        /// Where either of two answers is right, how likely it is that one of them is.
        Score calibrationTogether(String what, String dataSet) {
            String name = dataSet + ", world and politics as one";
            return score(what, name, "ECE", together.value(), List.of(), "as its labels have them")
                    .with(together.markdown());
        }

        private Score score(
                String what,
                String dataSet,
                String metric,
                double value,
                List<Score.Reference> references,
                String note) {
            return new Score(what, dataSet, metric, value, confusion.items(), references, note);
        }
    }
}
