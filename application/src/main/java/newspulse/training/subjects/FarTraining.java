package newspulse.training.subjects;

import newspulse.engine.subjects.WordScores;
import newspulse.training.Progress;
import newspulse.training.linear.Example;
import newspulse.training.linear.LinearTrainer;
import newspulse.training.linear.TrainedWeights;
import newspulse.training.vectors.WordVectors;

import java.util.ArrayList;
import java.util.List;

/// Trains the far expert, on word vectors alone.
///
/// It is told in training of which source each text is, by a dense feature that is 0 when it
/// answers, so that what a source is inclined to write about stays with the source.
///
/// @param labels of subjects and of none
record FarTraining(WordVectors vectors, List<String> labels, long seed, Progress progress) {
    /// Files of texts that are told apart; what is beyond shares the last place.
    private static final int SOURCES = 6;

    /// The source of our own terms.
    static final int TERMS = SOURCES - 1;

    private static final int EPOCHS = 4;
    private static final float RATE = 0.1f;
    private static final float DECAY = 1e-6f;
    private static final double BALANCE = 0.5;

    /// Trains on all texts. What is to be known of its probabilities was measured on each source in
    /// turn by an expert that had not seen it.
    Expert train(List<SubjectText> texts, List<SubjectText> terms) {
        List<SubjectText> held = SubjectText.heldOut(texts, true);
        float sum = 0;
        int factors = 0;
        for (int source : sourcesOfManySubjects(held)) {
            List<SubjectText> others = new ArrayList<>(terms);
            texts.stream().filter(text -> text.source() != source).forEach(others::add);
            List<SubjectText> strange =
                    held.stream().filter(text -> isClear(text, source)).toList();
            sum += factor(weights(others), strange);
            factors++;
        }
        List<SubjectText> all = new ArrayList<>(terms);
        all.addAll(texts);
        return new Expert(weights(all), labels, factors == 0 ? 1 : sum / factors);
    }

    private static boolean isClear(SubjectText text, int source) {
        return text.source() == source && text.weight() == 1;
    }

    private static List<Integer> sourcesOfManySubjects(List<SubjectText> texts) {
        List<Integer> sources = new ArrayList<>();
        for (int source = 0; source < TERMS; source++) {
            int which = source;
            long subjects =
                    texts.stream()
                            .filter(text -> isClear(text, which))
                            .map(SubjectText::label)
                            .distinct()
                            .count();
            if (subjects > 1) {
                sources.add(source);
            }
        }
        return sources;
    }

    private float factor(TrainedWeights weights, List<SubjectText> texts) {
        List<Example> examples = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (SubjectText text : texts) {
            examples.add(example(text, false, 1));
            truth.add(labels.indexOf(text.label()));
        }
        return Expert.factor(weights, examples, truth);
    }

    private TrainedWeights weights(List<SubjectText> texts) {
        float[] balanced = SubjectText.balanced(texts, labels, BALANCE);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < balanced.length; i++) {
            examples.add(example(texts.get(i), true, balanced[i]));
        }
        var options = new LinearTrainer.Options(1, EPOCHS, RATE, RATE, DECAY, true, seed);
        return LinearTrainer.train(examples, options, "subjects-en, far", progress);
    }

    private Example example(SubjectText text, boolean sourceKnown, float weight) {
        int dimensions = vectors.dimensions();
        float[] dense =
                vectors.mean(text.document(), WordScores.PRIOR_WEIGHT, dimensions + SOURCES);
        if (sourceKnown) {
            dense[dimensions + Math.min(text.source(), TERMS)] = 1;
        }
        float[] target = Example.only(labels.indexOf(text.label()), labels.size());
        return new Example(new int[0], dense, target, weight);
    }
}
