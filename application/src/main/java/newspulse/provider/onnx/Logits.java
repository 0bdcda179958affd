package newspulse.provider.onnx;

import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.ProviderException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// From what a model gives for each label to answers.
final class Logits {
    private static final int MOST_SUBJECTS = 3;
    private static final double LIKELY = 0.25;
    private static final double LIKELIER_THAN_NOT = 0.5;

    private Logits() {}

    /// The tone: the score is what speaks for good less what speaks for bad.
    static PartAnswer.Tone tone(Task.Tone task, float[] logits) throws ProviderException {
        double[] likely = probabilities(logits, task.multiLabel());
        Map<Sentiment, Double> sums = new EnumMap<>(Sentiment.class);
        double all = 0;
        for (int i = 0; i < likely.length; i++) {
            Sentiment meaning = task.meanings().get(i);
            if (meaning != null) {
                sums.merge(meaning, likely[i], Double::sum);
            }
            all += likely[i];
        }
        // Yes-or-no labels need not sum to 1
        double whole = Math.max(1, all);
        Map.Entry<Sentiment, Double> best =
                sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double score =
                sums.getOrDefault(Sentiment.POSITIVE, 0.0)
                        - sums.getOrDefault(Sentiment.NEGATIVE, 0.0);
        return new PartAnswer.Tone(
                best.getKey(), clamp(score / whole, -1), clamp(best.getValue() / whole, 0));
    }

    /// The subjects that are likely enough, at most three.
    static PartAnswer.Subjects subjects(Task.Subjects task, float[] logits)
            throws ProviderException {
        double[] likely = probabilities(logits, task.multiLabel());
        Map<Subject, Double> scores = new EnumMap<>(Subject.class);
        for (int i = 0; i < likely.length; i++) {
            Subject meaning = task.meanings().get(i);
            if (meaning != null) {
                scores.merge(meaning, likely[i], task.multiLabel() ? Math::max : Double::sum);
            }
        }
        double least = task.multiLabel() ? LIKELIER_THAN_NOT : LIKELY;
        return new PartAnswer.Subjects(
                scores.entrySet().stream()
                        .filter(entry -> entry.getValue() >= least)
                        .map(entry -> new SubjectScore(entry.getKey(), clamp(entry.getValue(), 0)))
                        .sorted(Comparator.comparingDouble(SubjectScore::score).reversed())
                        .limit(MOST_SUBJECTS)
                        .toList());
    }

    /// The likeliest tag of each token.
    ///
    /// @param from the first token
    /// @param to the last, excluded
    static List<Task.Tag> tags(Task.Entities task, float[] logits, int from, int to)
            throws ProviderException {
        int labels = task.meanings().size();
        List<Task.Tag> tags = new ArrayList<>(to - from);
        for (int token = from; token < to; token++) {
            int best = 0;
            for (int label = 0; label < labels; label++) {
                float logit = finite(logits[token * labels + label]);
                best = logit > logits[token * labels + best] ? label : best;
            }
            tags.add(task.meanings().get(best));
        }
        return tags;
    }

    /// Softmax, or for each label its logistic function.
    static double[] probabilities(float[] logits, boolean each) throws ProviderException {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, finite(logit));
        }
        double[] likely = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < likely.length; i++) {
            likely[i] = each ? 1 / (1 + Math.exp(-logits[i])) : Math.exp(logits[i] - largest);
            sum += likely[i];
        }
        for (int i = 0; i < likely.length && !each; i++) {
            likely[i] /= sum;
        }
        return likely;
    }

    private static float finite(float logit) throws ProviderException {
        if (!Float.isFinite(logit)) {
            throw ProviderException.free(CallFailure.INVALID_ANSWER, "a logit is no number");
        }
        return logit;
    }

    private static double clamp(double value, int least) {
        return Math.min(1, Math.max(least, value));
    }
}
