package newspulse.training.linear;

import newspulse.engine.linear.LinearModel;

import java.util.Arrays;
import java.util.List;

/// What [LinearTrainer] learned.
public final class TrainedWeights {
    private static final int STEPS = 127;

    /// Weights of this share of all that are not zero are cut to the largest that a byte can hold,
    /// so that a few large ones do not make all others coarse.
    private static final double CUT = 0.0005;

    private final int bits;
    private final float[] weights;
    private final float[] dense;
    private final float[] bias;

    TrainedWeights(int bits, float[] weights, float[] dense, float[] bias) {
        this.bits = bits;
        this.weights = weights;
        this.dense = dense;
        this.bias = bias;
    }

    /// The mean of what was learned from the same examples in different orders, which is steadier
    /// than each.
    public static TrainedWeights mean(List<TrainedWeights> learned) {
        TrainedWeights first = learned.getFirst();
        var mean =
                new TrainedWeights(
                        first.bits,
                        new float[first.weights.length],
                        new float[first.dense.length],
                        new float[first.bias.length]);
        for (TrainedWeights one : learned) {
            add(one.weights, mean.weights, learned.size());
            add(one.dense, mean.dense, learned.size());
            add(one.bias, mean.bias, learned.size());
        }
        return mean;
    }

    private static void add(float[] values, float[] to, int parts) {
        for (int i = 0; i < values.length; i++) {
            to[i] += values[i] / parts;
        }
    }

    /// Of dense feature `d` and class `c` at `d * classes + c`.
    public float[] dense() {
        return dense.clone();
    }

    /// One for each class.
    public float[] bias() {
        return bias.clone();
    }

    /// Of bucket `b` and class `c` at `b * classes + c`.
    public float[] weights() {
        return weights.clone();
    }

    /// The logits of an example.
    public float[] score(Example example) {
        int classes = bias.length;
        float[] logits = new float[classes];
        int[] buckets = example.buckets;
        for (int bucket : buckets) {
            int at = bucket * classes;
            for (int c = 0; c < classes; c++) {
                logits[c] += weights[at + c];
            }
        }
        float norm = buckets.length == 0 ? 0 : (float) (1 / Math.sqrt(buckets.length));
        for (int c = 0; c < classes; c++) {
            logits[c] = logits[c] * norm + bias[c];
            for (int d = 0; d < example.dense.length; d++) {
                logits[c] += example.dense[d] * dense[d * classes + c];
            }
        }
        return logits;
    }

    /// The model with a byte for each weight; dense weights are not part of it.
    public LinearModel quantised(List<String> labels) {
        return quantised(labels, CUT);
    }

    /// The model with a byte for each weight; dense weights are not part of it.
    ///
    /// @param cut the share of all weights that are cut to the largest that a byte can hold: 0
    ///   where it is the large ones that tell classes apart
    public LinearModel quantised(List<String> labels, double cut) {
        int classes = bias.length;
        byte[] bytes = new byte[weights.length];
        float[] scale = new float[classes];
        for (int c = 0; c < classes; c++) {
            float largest = largest(c, cut);
            scale[c] = largest / STEPS;
            for (int at = c; at < weights.length && largest > 0; at += classes) {
                int step = Math.round(weights[at] / scale[c]);
                bytes[at] = (byte) Math.clamp(step, -STEPS, STEPS);
            }
        }
        return new LinearModel(labels, bits, bytes, scale, bias);
    }

    private float largest(int label, double cut) {
        int classes = bias.length;
        float[] sizes = new float[weights.length / classes];
        int used = 0;
        for (int at = label; at < weights.length; at += classes) {
            if (weights[at] != 0) {
                sizes[used++] = Math.abs(weights[at]);
            }
        }
        if (used == 0) {
            return 0;
        }
        Arrays.sort(sizes, 0, used);
        return sizes[used - 1 - (int) (used * cut)];
    }
}
