package newspulse.training.subjects;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.subjects.WordScores;
import newspulse.model.Subject;
import newspulse.training.DataSet;
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

/// Trains the English model: a near expert on what labelled sources look like, and a far one on
/// word vectors and our own terms.
///
/// The far expert is told in training of which source each text is, by a dense feature that is 0
/// when it answers, so that what a source is inclined to write about stays with the source.
public final class EnglishSubjectTrainer implements Trainer {
    private static final int BITS = 17;
    private static final int NEAR_EPOCHS = 5;
    private static final int FAR_EPOCHS = 4;
    private static final float RATE = 0.1f;
    private static final float NEAR_DENSE_RATE = 0.1f;
    private static final float NEAR_DECAY = 3e-4f;
    private static final float FAR_DECAY = 1e-6f;
    private static final double NEAR_BALANCE = 0.25;
    private static final double FAR_BALANCE = 0.5;
    private static final float TERMS_WEIGHT = 3;

    /// Texts of other sources are more frequent in use than among the texts to learn from.
    private static final double ELSEWHERE_ODDS = 2;

    /// Files of texts that are told apart; what is beyond shares the last place.
    private static final int SOURCES = 6;

    private static final int TERMS = SOURCES - 1;

    private final List<String> farLabels = new ArrayList<>();
    private final List<String> nearLabels;

    public EnglishSubjectTrainer() {
        Arrays.stream(Subject.values()).forEach(subject -> farLabels.add(subject.label()));
        farLabels.add(SubjectModel.NONE);
        nearLabels = new ArrayList<>(farLabels);
        nearLabels.add(SubjectModel.ELSEWHERE);
    }

    @Override
    public String name() {
        return "subjects-en";
    }

    @Override
    public String file() {
        return "en/subjects.model";
    }

    @Override
    public List<DataSet> dataSets() {
        return SubjectData.ENGLISH;
    }

    @Override
    public void train(List<Path> files, long seed, Path models, Progress progress)
            throws IOException {
        var own = new ModelFiles("", models);
        var vectors = new WordVectors(own.bytes("en/word-vectors.bin"));
        var terms = new SeedTerms(own, "en/subject-terms.tsv");
        EnglishTexts texts = EnglishTexts.read(files, seed);
        List<SubjectText> known = terms.texts(TERMS, TERMS_WEIGHT, seed);
        Expert far = far(vectors, texts.subjects(), known, seed, progress);
        Expert near = near(vectors, texts, known, begun(far, vectors), seed, progress);
        WordScores scores =
                vectors.scores(
                        List.of(near.dense(), far.dense()),
                        List.of(nearLabels.size(), farLabels.size()));
        int dense = vectors.dimensions() + SOURCES;
        SubjectModel model =
                new SubjectModel(
                        near.hashed(SubjectModel.ELSEWHERE, ELSEWHERE_ODDS),
                        scores,
                        far.bias(dense));
        Path file = models.resolve(file());
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            model.write(out);
        }
        SubjectData.englishCard(seed).writeBeside(file);
    }

    private Expert far(
            WordVectors vectors,
            List<SubjectText> texts,
            List<SubjectText> terms,
            long seed,
            Progress progress) {
        List<Example> strange = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        TrainedWeights weights = null;
        float sum = 0;
        int factors = 0;
        for (int source : sourcesOfManySubjects(texts)) {
            List<SubjectText> others = new ArrayList<>(terms);
            texts.stream().filter(text -> text.source() != source).forEach(others::add);
            weights = farWeights(vectors, others, seed, progress);
            strange.clear();
            truth.clear();
            for (SubjectText text : SubjectText.heldOut(texts, true)) {
                if (text.source() == source && text.weight() == 1) {
                    strange.add(farExample(vectors, text, false, 1));
                    truth.add(farLabels.indexOf(text.label()));
                }
            }
            sum += Expert.factor(weights, strange, truth);
            factors++;
        }
        List<SubjectText> all = new ArrayList<>(terms);
        all.addAll(texts);
        weights = farWeights(vectors, all, seed, progress);
        return new Expert(weights, farLabels, factors == 0 ? 1 : sum / factors);
    }

    private static List<Integer> sourcesOfManySubjects(List<SubjectText> texts) {
        List<Integer> sources = new ArrayList<>();
        for (int source = 0; source < TERMS; source++) {
            int which = source;
            long labels =
                    SubjectText.heldOut(texts, true).stream()
                            .filter(text -> text.source() == which)
                            .map(SubjectText::label)
                            .distinct()
                            .count();
            if (labels > 1) {
                sources.add(source);
            }
        }
        return sources;
    }

    private TrainedWeights farWeights(
            WordVectors vectors, List<SubjectText> texts, long seed, Progress progress) {
        float[] weights = SubjectText.balanced(texts, farLabels, FAR_BALANCE);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            examples.add(farExample(vectors, texts.get(i), true, weights[i]));
        }
        var options = new LinearTrainer.Options(1, FAR_EPOCHS, RATE, RATE, FAR_DECAY, true, seed);
        return LinearTrainer.train(examples, options, name() + ", far", progress);
    }

    private Example farExample(
            WordVectors vectors, SubjectText text, boolean sourceKnown, float weight) {
        int dimensions = vectors.dimensions();
        float[] dense = vectors.mean(text.document(), dimensions + SOURCES);
        if (sourceKnown) {
            dense[dimensions + Math.min(text.source(), TERMS)] = 1;
        }
        float[] target = Example.only(farLabels.indexOf(text.label()), farLabels.size());
        return new Example(new int[0], dense, target, weight);
    }

    /// The far expert's dense weights, for the near one to begin with: where nothing that it
    /// learned speaks against them, they stay.
    private float[] begun(Expert far, WordVectors vectors) {
        float[] from = far.weights().dense();
        float[] begun = new float[vectors.dimensions() * nearLabels.size()];
        for (int d = 0; d < vectors.dimensions(); d++) {
            for (int c = 0; c < farLabels.size(); c++) {
                begun[d * nearLabels.size() + c] = from[d * farLabels.size() + c];
            }
        }
        return begun;
    }

    private Expert near(
            WordVectors vectors,
            EnglishTexts texts,
            List<SubjectText> terms,
            float[] begun,
            long seed,
            Progress progress) {
        List<SubjectText> elsewhere = new ArrayList<>(texts.elsewhere());
        for (SubjectText term : terms) {
            boolean none = term.label().equals(SubjectModel.NONE);
            elsewhere.add(none ? term : EnglishTexts.elsewhere(term.document()));
        }
        List<SubjectText> homely = texts.subjects();
        TrainedWeights most =
                nearWeights(
                        vectors,
                        SubjectText.heldOut(homely, false),
                        SubjectText.heldOut(elsewhere, false),
                        begun,
                        seed,
                        progress);
        List<Example> held = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (List<SubjectText> part : List.of(homely, elsewhere)) {
            for (SubjectText text : SubjectText.heldOut(part, true)) {
                held.add(nearExample(vectors, text, 1));
                truth.add(nearLabels.indexOf(text.label()));
            }
        }
        float factor = Expert.factor(most, held, truth);
        TrainedWeights all = nearWeights(vectors, homely, elsewhere, begun, seed, progress);
        return new Expert(all, nearLabels, factor);
    }

    private TrainedWeights nearWeights(
            WordVectors vectors,
            List<SubjectText> homely,
            List<SubjectText> elsewhere,
            float[] begun,
            long seed,
            Progress progress) {
        float[] weights = SubjectText.balanced(homely, nearLabels, NEAR_BALANCE);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            examples.add(nearExample(vectors, homely.get(i), weights[i]));
        }
        elsewhere.forEach(text -> examples.add(nearExample(vectors, text, text.weight())));
        var options =
                new LinearTrainer.Options(
                        BITS, NEAR_EPOCHS, RATE, NEAR_DENSE_RATE, NEAR_DECAY, true, seed);
        return LinearTrainer.train(examples, begun, options, name() + ", near", progress);
    }

    private Example nearExample(WordVectors vectors, SubjectText text, float weight) {
        Features features = Features.of(text.document(), Grams.LETTERS);
        float[] target = Example.only(nearLabels.indexOf(text.label()), nearLabels.size());
        return new Example(
                features.buckets(0, features.tokens(), BITS),
                vectors.mean(text.document(), vectors.dimensions()),
                target,
                weight);
    }
}
