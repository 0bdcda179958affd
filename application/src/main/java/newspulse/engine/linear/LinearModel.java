package newspulse.engine.linear;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A linear model over hashed features: for each class a sum of weights of one byte, scaled, over
/// the root of how many features there are, and a bias. Feature hashing after Weinberger et al.,
/// "Feature Hashing for Large Scale Multitask Learning" (ICML 2009).
///
/// What comes out are logits; what calibration learned is in scale and bias already.
public final class LinearModel {
    private static final int MAGIC = 0x4e504c4d;
    private static final int VERSION = 1;
    private static final int MOST_BITS = 24;
    private static final int MOST_CLASSES = 1 << 10;

    private final List<String> labels;
    private final int classes;
    private final int mask;
    private final byte[] weights;
    private final float[] scale;
    private final float[] bias;

    /// @param labels one for each class
    /// @param bits the model has `2^bits` buckets
    /// @param weights of bucket `b` and class `c` at `b * labels.size() + c`
    /// @param scale what a weight of 1 stands for, for each class
    public LinearModel(List<String> labels, int bits, byte[] weights, float[] scale, float[] bias) {
        this.labels = List.copyOf(labels);
        this.classes = labels.size();
        this.mask = (1 << bits) - 1;
        this.weights = weights;
        this.scale = scale.clone();
        this.bias = bias.clone();
        if (weights.length != classes << bits
                || scale.length != classes
                || bias.length != classes) {
            throw new IllegalArgumentException("sizes that do not fit " + classes + " classes");
        }
    }

    public List<String> labels() {
        return labels;
    }

    /// The logits of a range of tokens, all with the same weight.
    ///
    /// @param logits is written, one for each class
    public void score(Features features, int fromToken, int toToken, float[] logits) {
        Arrays.fill(logits, 0);
        add(features, fromToken, toToken, 1, logits);
        finish(features.from(toToken) - features.from(fromToken), logits);
    }

    /// Adds the weights of a range of tokens: the first half of scoring a text whose parts count
    /// differently. `fromToken` and `toToken` may be equal.
    ///
    /// @param weight of these tokens among others
    /// @param sums is added to, one for each class
    public void add(Features features, int fromToken, int toToken, float weight, float[] sums) {
        if (fromToken >= toToken) {
            return;
        }
        int[] hashes = features.hashes();
        int end = features.to(toToken - 1);
        int[] totals = new int[classes];
        int from = features.from(fromToken);
        switch (classes) {
            case 1 -> totals[0] = sumOfOne(hashes, from, end);
            case 3 -> sumOfThree(hashes, from, end, totals);
            default -> sum(hashes, from, end, totals);
        }
        for (int c = 0; c < classes; c++) {
            sums[c] += weight * totals[c];
        }
    }

    private int sumOfOne(int[] hashes, int from, int end) {
        int sum = 0;
        for (int i = from; i < end; i++) {
            sum += weights[hashes[i] & mask];
        }
        return sum;
    }

    private void sumOfThree(int[] hashes, int from, int end, int[] totals) {
        int first = 0;
        int second = 0;
        int third = 0;
        for (int i = from; i < end; i++) {
            int at = (hashes[i] & mask) * 3;
            first += weights[at];
            second += weights[at + 1];
            third += weights[at + 2];
        }
        totals[0] = first;
        totals[1] = second;
        totals[2] = third;
    }

    private void sum(int[] hashes, int from, int end, int[] totals) {
        for (int i = from; i < end; i++) {
            int at = (hashes[i] & mask) * classes;
            for (int c = 0; c < classes; c++) {
                totals[c] += weights[at + c];
            }
        }
    }

    /// Adds the weights of what stands within the tokens of a range, without runs from one into the
    /// next.
    ///
    /// @return how many features that were, squared weights of which are the mass of [#finish]
    public int addWithin(
            Features features, int fromToken, int toToken, float weight, float[] sums) {
        int[] hashes = features.hashes();
        int[] totals = new int[classes];
        int count = 0;
        for (int token = fromToken; token < toToken; token++) {
            int from = features.from(token);
            int end = features.within(token);
            sum(hashes, from, end, totals);
            count += end - from;
        }
        for (int c = 0; c < classes; c++) {
            sums[c] += weight * totals[c];
        }
        return count;
    }

    /// Turns sums into logits.
    ///
    /// @param mass the sum of the squared weights of all features that were added: with weight 1
    ///   their number
    /// @param sums of [#add]; becomes the logits
    public void finish(float mass, float[] sums) {
        float norm = mass <= 0 ? 0 : (float) (1 / Math.sqrt(mass));
        for (int c = 0; c < classes; c++) {
            sums[c] = sums[c] * scale[c] * norm + bias[c];
        }
    }

    /// What a token adds to a class before the division by the root of the mass: for explanations.
    public float contribution(Features features, int token, int label) {
        int sum = 0;
        for (int i = features.from(token); i < features.to(token); i++) {
            sum += weights[(features.hash(i) & mask) * classes + label];
        }
        return sum * scale[label];
    }

    /// The same model with logits `slope[c] * logit + shift[c]`.
    public LinearModel rescaled(float[] slope, float[] shift) {
        float[] newScale = new float[classes];
        float[] newBias = new float[classes];
        for (int c = 0; c < classes; c++) {
            newScale[c] = scale[c] * slope[c];
            newBias[c] = bias[c] * slope[c] + shift[c];
        }
        return new LinearModel(labels, Integer.bitCount(mask), weights, newScale, newBias);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalStateException when it is no such file, or a damaged one
    public static LinearModel read(byte[] file) {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            LinearModel model = read(in);
            if (in.read() >= 0) {
                throw new IllegalStateException("a linear model with more behind its end");
            }
            return model;
        } catch (IOException e) {
            throw new IllegalStateException("a damaged linear model", e);
        }
    }

    /// Reads a model that is a part of a file.
    ///
    /// @throws IOException when it ends too soon
    /// @throws IllegalStateException when it is no linear model
    public static LinearModel read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
            throw new IllegalStateException("not a linear model of version " + VERSION);
        }
        int bits = in.readUnsignedByte();
        int classes = in.readUnsignedShort();
        if (bits < 1 || bits > MOST_BITS || classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalStateException("a linear model of impossible size");
        }
        List<String> labels = new ArrayList<>();
        float[] scale = new float[classes];
        float[] bias = new float[classes];
        for (int c = 0; c < classes; c++) {
            labels.add(in.readUTF());
            scale[c] = in.readFloat();
            bias[c] = in.readFloat();
        }
        byte[] weights = in.readNBytes(classes << bits);
        if (weights.length != classes << bits) {
            throw new IllegalStateException("a linear model cut short");
        }
        return new LinearModel(labels, bits, weights, scale, bias);
    }

    /// Writes the model: magic `NPLM`, version, bits, classes; label, scale and bias of each class;
    /// the weights.
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeByte(Integer.bitCount(mask));
        out.writeShort(classes);
        for (int c = 0; c < classes; c++) {
            out.writeUTF(labels.get(c));
            out.writeFloat(scale[c]);
            out.writeFloat(bias[c]);
        }
        out.write(weights);
        out.flush();
    }
}
