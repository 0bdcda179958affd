package newspulse.training.entities;

import newspulse.engine.entities.Labels;
import newspulse.engine.entities.SequenceModel;
import newspulse.training.Progress;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) with
/// AdaGrad (Duchi, Hazan and Singer, 2011), averaging the weights of the second half of the epochs.
/// Now and then the features that name words are left out, so that the others learn to do without
/// them where words were never seen.
final class Crf {
    private static final float RATE = 0.15f;
    private static final float START = 1e-2f;

    private final Labels labels;
    private final Settings settings;
    private final int count;
    private final List<LabelledSequence> examples;
    private final int[] features;
    private final float[] weights;
    private final float[] squares;
    private final float[] sums;
    private final float[] steps;
    private final float[] stepSquares;
    private final float[] stepSums;
    private int averaged;

    /// @param epochs over all sequences
    /// @param least how often a feature has to be seen to be learned
    /// @param most how many features the model may keep
    /// @param decay of a weight at each use, as a share of the learning rate (L2)
    /// @param dropout how often a sequence goes without the features that name words
    /// @param noise how often any other feature is left out
    /// @param recall how much less than learned being outside of every name is worth, in log-odds
    record Settings(
            int epochs,
            int least,
            int most,
            float decay,
            float dropout,
            float noise,
            float recall) {}

    /// @param examples with features by hash
    Crf(Labels labels, Settings settings, List<LabelledSequence> examples) {
        this.labels = labels;
        this.settings = settings;
        count = labels.count();
        features = LabelledSequence.frequent(examples, settings.least);
        this.examples = examples.stream().map(example -> example.byRow(features)).toList();
        weights = new float[count * features.length];
        squares = new float[weights.length];
        sums = new float[weights.length];
        steps = new float[3 * count];
        stepSquares = new float[steps.length];
        stepSums = new float[steps.length];
    }

    SequenceModel train(long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < settings.epochs; epoch++) {
            progress.at("training", epoch, settings.epochs);
            shuffle(order, random);
            for (int i : order) {
                learn(examples.get(i).thinned(settings.dropout, settings.noise, random));
            }
            if (epoch >= settings.epochs / 2) {
                add(weights, sums);
                add(steps, stepSums);
                averaged++;
            }
        }
        progress.at("training", settings.epochs, settings.epochs);
        return quantised(settings.recall);
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private static void add(float[] values, float[] to) {
        for (int i = 0; i < values.length; i++) {
            to[i] += values[i];
        }
    }

    private void learn(LabelledSequence example) {
        int n = example.labels().length;
        float[][] scores = new float[n][count];
        for (int i = 0; i < n; i++) {
            for (int row : example.features()[i]) {
                int at = row * count;
                for (int label = 0; label < count; label++) {
                    scores[i][label] += weights[at + label];
                }
            }
        }
        Chain chain = new Chain(labels, steps, scores);
        float[] stepGradient = new float[steps.length];
        for (int i = 0; i < n; i++) {
            float[] gradient = chain.gradient(i, example.labels(), stepGradient);
            for (int row : example.features()[i]) {
                update(row * count, gradient, example.weight());
            }
        }
        for (int i = 0; i < steps.length; i++) {
            float g = stepGradient[i] * example.weight();
            stepSquares[i] += g * g;
            steps[i] += (float) (RATE * g / Math.sqrt(START + stepSquares[i]));
        }
    }

    private void update(int at, float[] gradient, float weight) {
        for (int label = 0; label < count; label++) {
            float g = gradient[label] * weight - settings.decay * weights[at + label];
            squares[at + label] += g * g;
            weights[at + label] += (float) (RATE * g / Math.sqrt(START + squares[at + label]));
        }
    }

    /// One step of the whole numbers is what lets the largest weight but a few fit.
    SequenceModel quantised(float recall) {
        float[] sizes = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            sizes[i] = Math.abs(sums[i] / averaged);
        }
        Arrays.sort(sizes);
        float scale =
                Math.max(sizes[sizes.length - 1 - sizes.length / 20_000] / Byte.MAX_VALUE, 1e-4f);
        int[][] moves = new int[3][count];
        for (int i = 0; i < stepSums.length; i++) {
            int value = Math.round(stepSums[i] / averaged / scale);
            moves[i / count][i % count] = Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        moves[0][Labels.OUTSIDE] -= Math.round(recall / scale);
        int[] rows = heaviest(scale);
        int[] kept = Arrays.stream(rows).map(row -> features[row]).toArray();
        return new SequenceModel(labels, scale, moves, kept, small(rows, scale));
    }

    private int small(int at, float scale) {
        int value = Math.round(sums[at] / averaged / scale);
        return Math.clamp(value, -Byte.MAX_VALUE, Byte.MAX_VALUE);
    }

    private byte[] small(int[] rows, float scale) {
        byte[] small = new byte[rows.length * count];
        for (int i = 0; i < small.length; i++) {
            small[i] = (byte) small(rows[i / count] * count + i % count, scale);
        }
        return small;
    }

    /// The rows to keep, in ascending order: those with the largest weights, as many as a bucket
    /// holds, none without any.
    private int[] heaviest(float scale) {
        int[] size = new int[features.length];
        for (int row = 0; row < size.length; row++) {
            for (int label = 0; label < count; label++) {
                size[row] = Math.max(size[row], Math.abs(small(row * count + label, scale)));
            }
        }
        byte[] taken = new byte[SequenceModel.BUCKETS];
        boolean[] kept = new boolean[size.length];
        int left = settings.most;
        for (int each = Byte.MAX_VALUE; each > 0; each--) {
            for (int row = 0; row < size.length && left > 0; row++) {
                int bucket = SequenceModel.bucket(features[row]);
                if (size[row] == each && taken[bucket] < SequenceModel.PLACES) {
                    taken[bucket]++;
                    kept[row] = true;
                    left--;
                }
            }
        }
        return IntStream.range(0, size.length).filter(row -> kept[row]).toArray();
    }
}
