package newspulse.training.subjects;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.subjects.WordScores;
import newspulse.training.Progress;
import newspulse.training.linear.Example;
import newspulse.training.linear.LinearTrainer;
import newspulse.training.linear.TrainedWeights;
import newspulse.training.vectors.WordVectors;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Trains the near expert, on hashed features and word vectors. Its classes are the subjects of
/// each source, so that what one source calls business is not what another does; no news; and texts
/// of other sources.
///
/// @param far whose weights of word vectors it begins with: where nothing that it learns speaks
///   against them, they stay
record NearTraining(WordVectors vectors, Expert far, long seed, Progress progress) {
    private static final int BITS = 17;
    private static final int EPOCHS = 5;
    private static final float RATE = 0.1f;
    private static final float DECAY = 3e-4f;
    private static final double BALANCE = 0.25;

    /// Texts of other sources are more frequent in use than among the texts to learn from.
    private static final double ELSEWHERE_ODDS = 2;

    /// @param homely texts of known sources
    /// @param terms of our own: those of no news are that, all others are of elsewhere
    Expert train(List<SubjectText> homely, List<SubjectText> elsewhere, List<SubjectText> terms) {
        List<SubjectText> known = homely.stream().map(NearTraining::ofItsSource).toList();
        List<SubjectText> others = new ArrayList<>(elsewhere);
        for (SubjectText term : terms) {
            boolean none = term.label().equals(SubjectModel.NONE);
            others.add(none ? term : EnglishTexts.elsewhere(term.document()));
        }
        List<String> labels = new ArrayList<>(new TreeSet<>(labels(known)));
        labels.add(SubjectModel.NONE);
        labels.add(SubjectModel.ELSEWHERE);
        TrainedWeights most =
                weights(
                        labels,
                        SubjectText.heldOut(known, false),
                        SubjectText.heldOut(others, false));
        List<Example> held = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (List<SubjectText> part : List.of(known, others)) {
            for (SubjectText text : SubjectText.heldOut(part, true)) {
                held.add(example(labels, text, 1));
                truth.add(labels.indexOf(text.label()));
            }
        }
        float factor = Expert.factor(most, held, truth);
        return new Expert(weights(labels, known, others), labels, factor)
                .shifted(SubjectModel.ELSEWHERE, ELSEWHERE_ODDS);
    }

    private static SubjectText ofItsSource(SubjectText text) {
        String label = text.label() + SubjectModel.SOURCE + text.source();
        return new SubjectText(text.document(), label, text.source(), text.weight());
    }

    private static List<String> labels(List<SubjectText> texts) {
        return texts.stream().map(SubjectText::label).toList();
    }

    private TrainedWeights weights(
            List<String> labels, List<SubjectText> known, List<SubjectText> others) {
        float[] balanced = SubjectText.balanced(known, labels, BALANCE);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < balanced.length; i++) {
            examples.add(example(labels, known.get(i), balanced[i]));
        }
        others.forEach(text -> examples.add(example(labels, text, text.weight())));
        var options = new LinearTrainer.Options(BITS, EPOCHS, RATE, RATE, DECAY, true, seed);
        return LinearTrainer.train(examples, begun(labels), options, "subjects-en, near", progress);
    }

    private float[] begun(List<String> labels) {
        float[] from = far.weights().dense();
        float[] begun = new float[vectors.dimensions() * labels.size()];
        for (int c = 0; c < labels.size(); c++) {
            int source = labels.get(c).indexOf(SubjectModel.SOURCE);
            int of = source < 0 ? -1 : far.labels().indexOf(labels.get(c).substring(0, source));
            for (int d = 0; d < vectors.dimensions() && of >= 0; d++) {
                begun[d * labels.size() + c] = from[d * far.labels().size() + of];
            }
        }
        return begun;
    }

    private Example example(List<String> labels, SubjectText text, float weight) {
        Features features = Features.of(text.document(), Grams.LETTERS);
        return new Example(
                features.bucketsWithin(0, features.tokens(), BITS),
                vectors.mean(text.document(), WordScores.PRIOR_WEIGHT, vectors.dimensions()),
                Example.only(labels.indexOf(text.label()), labels.size()),
                weight);
    }
}
