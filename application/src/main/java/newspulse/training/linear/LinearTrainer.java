package newspulse.training.linear;

import newspulse.engine.linear.Softmax;
import newspulse.training.Progress;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Logistic regression by stochastic gradients with a rate for each weight (Duchi et al., "Adaptive
/// Subgradient Methods", JMLR 2011), on hashed features that weigh the same and are divided by the
/// root of their number, as [newspulse.engine.linear.LinearModel] does. One thread, so that the
/// same examples and seed give the same weights.
public final class LinearTrainer {
    private static final float DAMPING = 1e-3f;

    /// The rate falls to this part of what it was at the beginning.
    private static final float LAST_RATE = 0.1f;

    private static final float TOO_SMALL = 1e-4f;

    /// How to learn.
    ///
    /// @param bits the model has `2^bits` buckets
    /// @param epochs how often every example is seen
    /// @param rate of the first steps, for hashed features
    /// @param denseRate the same for dense features
    /// @param decay how strongly weights are drawn to zero when they are touched (L2)
    /// @param exclusive whether exactly one class holds (softmax), or each may (a logistic
    ///   regression for each)
    public record Options(
            int bits,
            int epochs,
            float rate,
            float denseRate,
            float decay,
            boolean exclusive,
            long seed) {}

    private final Options options;
    private final int classes;
    private final float[] weights;
    private final float[] weightSquares;
    private final float[] dense;
    private final float[] denseSquares;
    private final float[] bias;
    private final float[] biasSquares;

    private LinearTrainer(Options options, int classes, float[] dense) {
        this.options = options;
        this.classes = classes;
        weights = new float[classes << options.bits()];
        weightSquares = new float[weights.length];
        this.dense = dense.clone();
        denseSquares = new float[dense.length];
        bias = new float[classes];
        biasSquares = new float[classes];
    }

    /// Learns from examples, which have the same number of classes and dense features each.
    ///
    /// @param name of the model, for `progress`
    public static TrainedWeights train(
            List<Example> examples, Options options, String name, Progress progress) {
        Example first = examples.getFirst();
        float[] dense = new float[first.target.length * first.dense.length];
        return train(examples, dense, options, name, progress);
    }

    /// Learns from examples, but begins with weights of dense features that are known from
    /// elsewhere.
    ///
    /// @param dense of dense feature `d` and class `c` at `d * classes + c`
    /// @param name of the model, for `progress`
    public static TrainedWeights train(
            List<Example> examples,
            float[] dense,
            Options options,
            String name,
            Progress progress) {
        var trainer = new LinearTrainer(options, examples.getFirst().target.length, dense);
        trainer.run(examples.toArray(Example[]::new), name, progress);
        return new TrainedWeights(options.bits(), trainer.weights, trainer.dense, trainer.bias);
    }

    private void run(Example[] examples, String name, Progress progress) {
        Random random = new Random(options.seed());
        float[] logits = new float[classes];
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            progress.at(name, epoch, options.epochs());
            shuffle(examples, random);
            float done = (float) epoch / Math.max(1, options.epochs() - 1);
            float slower = 1 - (1 - LAST_RATE) * done;
            for (Example example : examples) {
                score(example, logits);
                learn(example, logits, slower);
            }
        }
        progress.at(name, options.epochs(), options.epochs());
    }

    private static void shuffle(Example[] examples, Random random) {
        for (int i = examples.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Example other = examples[j];
            examples[j] = examples[i];
            examples[i] = other;
        }
    }

    /// Writes what is believed of an example: probabilities.
    private void score(Example example, float[] logits) {
        Arrays.fill(logits, 0);
        for (int bucket : example.buckets) {
            int at = bucket * classes;
            for (int c = 0; c < classes; c++) {
                logits[c] += weights[at + c];
            }
        }
        float norm = norm(example);
        for (int c = 0; c < classes; c++) {
            logits[c] = logits[c] * norm + bias[c];
        }
        float[] values = example.dense;
        for (int d = 0; d < values.length; d++) {
            for (int c = 0; c < classes; c++) {
                logits[c] += values[d] * dense[d * classes + c];
            }
        }
        if (options.exclusive()) {
            Softmax.inPlace(logits);
        } else {
            for (int c = 0; c < classes; c++) {
                logits[c] = Softmax.sigmoid(logits[c]);
            }
        }
    }

    private static float norm(Example example) {
        int features = example.buckets.length;
        return features == 0 ? 0 : (float) (1 / Math.sqrt(features));
    }

    private void learn(Example example, float[] believed, float slower) {
        float rate = options.rate() * slower;
        float denseRate = options.denseRate() * slower;
        float norm = norm(example);
        float[] values = example.dense;
        for (int c = 0; c < classes; c++) {
            float error = (believed[c] - example.target[c]) * example.weight;
            if (Math.abs(error) < TOO_SMALL) {
                continue;
            }
            float step = error * norm;
            for (int bucket : example.buckets) {
                descend(weights, weightSquares, bucket * classes + c, step, rate);
            }
            for (int d = 0; d < values.length; d++) {
                if (values[d] != 0) {
                    descend(dense, denseSquares, d * classes + c, error * values[d], denseRate);
                }
            }
            descend(bias, biasSquares, c, error, denseRate);
        }
    }

    private void descend(float[] values, float[] squares, int at, float gradient, float rate) {
        float slope = gradient + options.decay() * values[at];
        squares[at] += slope * slope;
        values[at] -= rate * slope / ((float) Math.sqrt(squares[at]) + DAMPING);
    }
}
