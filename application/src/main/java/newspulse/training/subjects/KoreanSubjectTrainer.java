package newspulse.training.subjects;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.model.Subject;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.Trainer;
import newspulse.training.linear.Example;
import newspulse.training.linear.LinearTrainer;
import newspulse.training.linear.TrainedWeights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Trains the Korean model on labelled headlines. Subjects that no label stands for are learned
/// from our own terms: a headline with one of them counts half for that subject, half for its own.
public final class KoreanSubjectTrainer implements Trainer {
    private static final int BITS = 18;
    private static final int EPOCHS = 10;
    private static final int ORDERS = 3;
    private static final float RATE = 0.1f;
    private static final float DECAY = 2e-3f;
    private static final float TERMS_WEIGHT = 0.5f;

    /// Shorter terms stand within words that mean something else.
    private static final int SHORTEST_TERM = 2;

    private final List<String> labels = new ArrayList<>();

    public KoreanSubjectTrainer() {
        Arrays.stream(Subject.values()).forEach(subject -> labels.add(subject.label()));
        labels.add(SubjectModel.NONE);
    }

    @Override
    public String name() {
        return "subjects-ko";
    }

    @Override
    public String file() {
        return "ko/subjects.model";
    }

    @Override
    public List<DataSet> dataSets() {
        return SubjectData.KOREAN;
    }

    @Override
    public void train(List<Path> files, long seed, Path models, Progress progress)
            throws IOException {
        var terms = new SeedTerms(new ModelFiles("", models), "ko/subject-terms.tsv");
        List<SubjectText> texts = new ArrayList<>();
        for (int source = 0; source < files.size(); source++) {
            for (LabelledText line : LabelledText.read(files.get(source))) {
                int from = source;
                Sections.subject(line.label())
                        .ifPresent(subject ->
                                texts.add(
                                        new SubjectText(
                                                SubjectText.document(line.text()),
                                                subject.label(),
                                                from,
                                                1)));
            }
        }
        List<TermLine> unlabelled = unlabelled(terms, texts);
        List<Example> known = new ArrayList<>();
        for (SubjectText term : terms.texts(files.size(), TERMS_WEIGHT, seed)) {
            known.add(example(term, List.of()));
        }
        TrainedWeights most =
                weights(SubjectText.heldOut(texts, false), unlabelled, known, seed, progress);
        List<Example> held = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (SubjectText text : SubjectText.heldOut(texts, true)) {
            if (mentioned(text, unlabelled).isEmpty()) {
                held.add(example(text, List.of()));
                truth.add(labels.indexOf(text.label()));
            }
        }
        float factor = held.isEmpty() ? 1 : Expert.factor(most, held, truth);
        TrainedWeights all = weights(texts, unlabelled, known, seed, progress);
        SubjectModel model =
                new SubjectModel(new Expert(all, labels, factor).hashed(), null, new float[0]);
        Path file = models.resolve(file());
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            model.write(out);
        }
        SubjectData.koreanCard(seed).writeBeside(file);
    }

    /// The lines of subjects that no text is labelled with.
    private static List<TermLine> unlabelled(SeedTerms terms, List<SubjectText> texts) {
        List<String> labelled = texts.stream().map(SubjectText::label).distinct().toList();
        return terms.lines().stream()
                .filter(line -> !labelled.contains(line.head().getFirst()))
                .filter(line -> !line.head().getFirst().equals(SubjectModel.NONE))
                .toList();
    }

    private TrainedWeights weights(
            List<SubjectText> texts,
            List<TermLine> unlabelled,
            List<Example> known,
            long seed,
            Progress progress) {
        List<Example> examples = new ArrayList<>(known);
        for (SubjectText text : texts) {
            examples.add(example(text, mentioned(text, unlabelled)));
        }
        List<TrainedWeights> learned = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            var options =
                    new LinearTrainer.Options(BITS, EPOCHS, RATE, 0, DECAY, true, seed + order);
            learned.add(LinearTrainer.train(examples, options, name(), progress));
        }
        return TrainedWeights.mean(learned);
    }

    private Example example(SubjectText text, List<String> mentioned) {
        Features features = Features.of(text.document(), Grams.SYLLABLES);
        float share = 1f / (1 + (mentioned.isEmpty() ? 0 : 1));
        float[] target = new float[labels.size()];
        target[labels.indexOf(text.label())] = share;
        for (String label : mentioned) {
            target[labels.indexOf(label)] += (1 - share) / mentioned.size();
        }
        return Example.of(
                features.bucketsWithin(0, features.tokens(), BITS), target, text.weight());
    }

    /// Which of the subjects have a term with which a word of the text begins.
    private static List<String> mentioned(SubjectText text, List<TermLine> lines) {
        String padded = " " + text.document().title().text;
        List<String> found = new ArrayList<>();
        for (TermLine line : lines) {
            boolean has =
                    line.terms().stream()
                            .filter(term -> term.length() >= SHORTEST_TERM)
                            .anyMatch(term -> padded.contains(" " + term));
            if (has) {
                found.add(line.head().getFirst());
            }
        }
        return found;
    }
}
