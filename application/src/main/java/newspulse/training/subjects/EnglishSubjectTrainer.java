package newspulse.training.subjects;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.subjects.WordScores;
import newspulse.model.Subject;
import newspulse.training.DataSet;
import newspulse.training.Progress;
import newspulse.training.Trainer;
import newspulse.training.vectors.WordVectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Trains the English model: a near expert on what labelled sources look like, and a far one on
/// word vectors and our own terms. Each term counts as [#TERMS_WEIGHT] texts do.
public final class EnglishSubjectTrainer implements Trainer {
    private static final float TERMS_WEIGHT = 3;

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
        var vectors = new WordVectors(own.bytes(WordVectors.FILE));
        var terms =
                new SeedTerms(own, "en/subject-terms.tsv")
                        .texts(FarTraining.TERMS, TERMS_WEIGHT, seed);
        EnglishTexts texts = EnglishTexts.read(files, seed);
        Expert far =
                new FarTraining(vectors, labels(), seed, progress).train(texts.subjects(), terms);
        Expert near =
                new NearTraining(vectors, far, seed, progress)
                        .train(texts.subjects(), texts.elsewhere(), terms);
        WordScores scores =
                scores(
                        vectors,
                        List.of(near.dense(), far.dense()),
                        List.of(near.labels().size(), far.labels().size()));
        SubjectModel model = new SubjectModel(near.hashed(), scores, far.bias());
        Path file = models.resolve(file());
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            model.write(out);
        }
        SubjectData.englishCard(seed).writeBeside(file);
    }

    private static List<String> labels() {
        List<String> labels = new ArrayList<>();
        Arrays.stream(Subject.values()).forEach(subject -> labels.add(subject.label()));
        labels.add(SubjectModel.NONE);
        return labels;
    }

    /// Multiplies the weights of dense features with every word.
    ///
    /// @param parts each of dimension `d` and class `c` at `d * classes + c`
    /// @param classes of each part
    private static WordScores scores(
            WordVectors vectors, List<float[]> parts, List<Integer> classes) {
        int all = classes.stream().mapToInt(n -> n).sum();
        List<String> words = new ArrayList<>();
        float[] weights = new float[vectors.size()];
        float[][] scores = new float[weights.length][all];
        for (int word = 0; word < weights.length; word++) {
            words.add(vectors.word(word));
            weights[word] = vectors.weight(word);
            int at = 0;
            for (int part = 0; part < parts.size(); part++) {
                multiply(vectors, word, parts.get(part), classes.get(part), scores[word], at);
                at += classes.get(part);
            }
        }
        return WordScores.of(words, weights, scores);
    }

    private static void multiply(
            WordVectors vectors, int word, float[] weights, int classes, float[] into, int at) {
        for (int d = 0; d < vectors.dimensions(); d++) {
            for (int c = 0; c < classes; c++) {
                into[at + c] += vectors.value(word, d) * weights[d * classes + c];
            }
        }
    }
}
