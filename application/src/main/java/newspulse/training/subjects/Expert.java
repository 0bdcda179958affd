package newspulse.training.subjects;

import newspulse.engine.linear.LinearModel;
import newspulse.training.linear.Example;
import newspulse.training.linear.LogitCalibration;
import newspulse.training.linear.TrainedWeights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One of the two experts, trained and calibrated.
final class Expert {
    private final TrainedWeights weights;
    private final List<String> labels;
    private final float slope;
    private final float[] shift;

    /// @param slope that makes its probabilities as often right as they say
    Expert(TrainedWeights weights, List<String> labels, float slope) {
        this(weights, labels, slope, new float[labels.size()]);
    }

    private Expert(TrainedWeights weights, List<String> labels, float slope, float[] shift) {
        this.weights = weights;
        this.labels = labels;
        this.slope = slope;
        this.shift = shift;
    }

    TrainedWeights weights() {
        return weights;
    }

    List<String> labels() {
        return labels;
    }

    /// The slope under which held-out examples are likeliest.
    static float factor(TrainedWeights weights, List<Example> examples, List<Integer> truth) {
        List<float[]> logits = new ArrayList<>();
        examples.forEach(example -> logits.add(weights.score(example)));
        int[] classes = truth.stream().mapToInt(c -> c).toArray();
        return examples.isEmpty() ? 1 : LogitCalibration.factor(logits, classes);
    }

    /// The same with one label that many times as likely before anything is read.
    Expert shifted(String label, double odds) {
        float[] moved = shift.clone();
        moved[labels.indexOf(label)] += (float) Math.log(odds);
        return new Expert(weights, labels, slope, moved);
    }

    LinearModel hashed() {
        float[] slopes = new float[labels.size()];
        Arrays.fill(slopes, slope);
        return weights.quantised(labels, 0).rescaled(slopes, shift);
    }

    /// The calibrated weights of dense features.
    float[] dense() {
        float[] dense = weights.dense();
        for (int i = 0; i < dense.length; i++) {
            dense[i] *= slope;
        }
        return dense;
    }

    float[] bias() {
        float[] bias = weights.bias();
        for (int c = 0; c < bias.length; c++) {
            bias[c] = bias[c] * slope + shift[c];
        }
        return bias;
    }
}
