package newspulse.training.subjects;

import newspulse.engine.linear.LinearModel;
import newspulse.training.linear.Example;
import newspulse.training.linear.LogitCalibration;
import newspulse.training.linear.TrainedWeights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One of the two experts, trained and calibrated.
///
/// @param factor that makes its probabilities as often right as they say
record Expert(TrainedWeights weights, List<String> labels, float factor) {
    /// The factor under which held-out examples are likeliest.
    static float factor(TrainedWeights weights, List<Example> examples, List<Integer> truth) {
        List<float[]> logits = new ArrayList<>();
        examples.forEach(example -> logits.add(weights.score(example)));
        int[] classes = truth.stream().mapToInt(c -> c).toArray();
        return LogitCalibration.factor(logits, classes);
    }

    LinearModel hashed() {
        return hashed("", 1);
    }

    /// The hashed part, with one label that many times as likely before anything is read.
    LinearModel hashed(String likelier, double odds) {
        float[] slope = new float[labels.size()];
        float[] shift = new float[slope.length];
        Arrays.fill(slope, factor);
        for (int c = 0; c < shift.length; c++) {
            shift[c] = labels.get(c).equals(likelier) ? (float) Math.log(odds) : 0;
        }
        return weights.quantised(labels).rescaled(slope, shift);
    }

    /// The calibrated weights of dense features.
    float[] dense() {
        float[] dense = weights.dense();
        for (int i = 0; i < dense.length; i++) {
            dense[i] *= factor;
        }
        return dense;
    }

    float[] bias(int denseFeatures) {
        float[] none = new float[labels.size()];
        float[] bias = weights.score(new Example(new int[0], new float[denseFeatures], none, 1));
        for (int c = 0; c < bias.length; c++) {
            bias[c] *= factor;
        }
        return bias;
    }
}
