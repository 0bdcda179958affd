package newspulse.training.linear;

import java.util.Arrays;

/// A text to learn from, as the trainer sees it. Its arrays are not copied and must not change.
public final class Example {
    final int[] buckets;
    final float[] dense;
    final float[] target;
    final float weight;

    /// @param buckets of its hashed features, as often as they occur
    /// @param dense further features with values of their own, the same number in every example of
    ///   a training; may be empty
    /// @param target for each class how much it holds, 0..1: of classes that exclude each other
    ///   they sum up to 1
    /// @param weight how much it counts
    public Example(int[] buckets, float[] dense, float[] target, float weight) {
        this.buckets = buckets;
        this.dense = dense;
        this.target = target;
        this.weight = weight;
    }

    /// An example without dense features.
    public static Example of(int[] buckets, float[] target, float weight) {
        return new Example(buckets, new float[0], target, weight);
    }

    /// The target that holds one class only.
    public static float[] only(int label, int classes) {
        float[] target = new float[classes];
        target[label] = 1;
        return target;
    }

    /// The same text without hashed features, and with the first dense ones only.
    public Example withDense(int features) {
        return new Example(new int[0], Arrays.copyOf(dense, features), target, weight);
    }
}
