package newspulse.training.language;

import newspulse.engine.language.LanguageFeatures;
import newspulse.engine.language.ScriptModel;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.training.LabelledText;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// Trains the model of one script: multinomial logistic regression by AdaGrad (Duchi et al., 2011),
/// mostly on stretches of sentences, as long as a headline or shorter, since those are what is
/// hard.
final class ScriptTraining {
    private static final double RATE = 0.5;
    private static final double STRETCHES = 0.7;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 115;
    private static final float TOO_LITTLE = 1e-4f;
    private static final int STEPS = 127;

    private final UnicodeScript script;
    private final List<String> codes;
    private final int bits;
    private final Random random;
    private final float[] weights;
    private final float[] squares;
    private final float[] averages;
    private final float[] biases;
    private final float[] scores;

    ScriptTraining(UnicodeScript script, List<String> codes, int bits, Random random) {
        this.script = script;
        this.codes = codes;
        this.bits = bits;
        this.random = random;
        weights = new float[codes.size() << bits];
        squares = new float[codes.size() << bits];
        averages = new float[codes.size() << bits];
        biases = new float[codes.size()];
        scores = new float[codes.size()];
    }

    void learn(List<LabelledText> texts, int epochs) {
        List<LabelledText> order = new ArrayList<>(texts);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            float rate = (float) (RATE * (1 - (double) epoch / epochs));
            for (LabelledText text : order) {
                int[] features = features(stretch(text.text()));
                if (features.length > 0) {
                    step(features, codes.indexOf(text.label()), rate);
                }
            }
            if (epoch >= epochs / 2) {
                average(epochs - epochs / 2);
            }
        }
    }

    /// The mean of the second half of all epochs hangs less on the order of the texts than the
    /// last.
    private void average(int epochs) {
        for (int i = 0; i < weights.length; i++) {
            averages[i] += weights[i] / epochs;
        }
    }

    private String stretch(String text) {
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        if (random.nextDouble() >= STRETCHES || text.length() <= length) {
            return text;
        }
        int from = random.nextInt(text.length() - length);
        int to = from + length;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private int[] features(String text) {
        Document document = new Document(Tokenizer.tokenize(text), List.of());
        return LanguageFeatures.of(document, script, bits).toArray();
    }

    private void step(int[] features, int label, float rate) {
        float each = (float) (1 / Math.sqrt(features.length));
        softmax(features, each);
        for (int k = 0; k < scores.length; k++) {
            float gradient = (scores[k] - (k == label ? 1 : 0)) * each;
            scores[k] = Math.abs(gradient) < TOO_LITTLE * each ? 0 : gradient;
        }
        for (int feature : features) {
            int row = feature * scores.length;
            for (int k = 0; k < scores.length; k++) {
                float gradient = scores[k];
                if (gradient != 0) {
                    squares[row + k] += gradient * gradient;
                    weights[row + k] -=
                            rate * gradient / (float) Math.sqrt(squares[row + k] + 1e-4f);
                }
            }
        }
    }

    /// Leaves the probabilities in `scores`.
    private void softmax(int[] features, float each) {
        Arrays.fill(scores, 0);
        for (int feature : features) {
            int row = feature * scores.length;
            for (int k = 0; k < scores.length; k++) {
                scores[k] += weights[row + k];
            }
        }
        float top = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = scores[k] * each + biases[k];
            top = Math.max(top, scores[k]);
        }
        float total = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) StrictMath.exp(scores[k] - top);
            total += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= total;
        }
    }

    /// The model in eight bits, with the temperature under which the texts held out are most
    /// likely.
    ScriptModel finish(List<LabelledText> heldOut) {
        float largest = Float.MIN_NORMAL;
        for (float weight : averages) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = largest / STEPS;
        byte[] steps = new byte[averages.length];
        for (int i = 0; i < averages.length; i++) {
            steps[i] = (byte) Math.round(averages[i] / scale);
        }
        long[] packed = ScriptModel.pack(steps, codes.size());
        double lowest = Double.POSITIVE_INFINITY;
        @Nullable ScriptModel best = null;
        for (int tenths = 6; tenths <= 30; tenths++) {
            var model = new ScriptModel(script, codes, bits, scale, tenths / 10f, biases, packed);
            double loss = loss(model, heldOut);
            if (best == null || loss < lowest) {
                lowest = loss;
                best = model;
            }
        }
        return Objects.requireNonNull(best);
    }

    /// How badly the confidence fits: the log loss of "the answer is right".
    private double loss(ScriptModel model, List<LabelledText> texts) {
        double loss = 0;
        for (LabelledText text : texts) {
            Document document = new Document(Tokenizer.tokenize(text.text()), List.of());
            var answer = model.of(LanguageFeatures.of(document, script, bits));
            double p = Math.clamp(answer.confidence(), 1e-3, 1 - 1e-3);
            boolean right = answer.code().equals(text.label());
            loss -= StrictMath.log(right ? p : 1 - p);
        }
        return loss;
    }
}
