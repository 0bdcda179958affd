package newspulse.engine.entities;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A linear-chain model over hashed features: a row of weights, one a label, for each feature that
/// it knows, and for each label what it costs to enter it, to leave it, and to go on in it.
/// (Transitions between different spans are sums of leaving and entering, which decodes in time
/// linear in the labels.) Weights are whole numbers in -127..127 of one common scale.
///
/// In memory a feature has 16 bytes: 13 weights plus 128, and 24 bits that tell it from others. Two
/// features share a bucket, which lies within one cache line. Whether a feature is known cannot be
/// predicted, so nothing branches on it: both places are read and what does not fit is masked out.
/// Every other byte is added at once, as lanes of 16 bits.
///
/// File, big-endian: magic `NPSQ`, version, number of kinds and their codes, scale (float), enter,
/// leave, goOn (short each a label), number of rows, their features' hashes (int, ascending), their
/// weights (a byte each, by row and label).
public final class SequenceModel {
    static final int MAGIC = 0x4e505351;
    static final int VERSION = 2;
    static final int BIAS = 128;

    /// Three bytes of a slot are the check.
    private static final int MOST_LABELS = 13;

    private static final int CHECK_SHIFT = 40;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final long LANE = 0xffff;

    /// Of all features, by the lowest bits of their hashes.
    public static final int BUCKETS = 1 << 17;

    /// How many features of one bucket a model can know.
    public static final int PLACES = 2;

    private static final int BUCKET = 2 * PLACES;
    private static final int ALL_BITS = Long.SIZE - 1;
    private static final int MOST_ROWS = BUCKETS * PLACES;

    private final Labels labels;
    private final float scale;
    private final int[] enter;
    private final int[] leave;
    private final int[] goOn;
    private final int[] features;
    private final byte[] weights;
    private final long[] slots;

    /// A model of these weights.
    ///
    /// @param scale how many log-odds a step of a weight is worth
    /// @param steps what each label gains by following another kind, by being followed by another,
    ///   and by following its own
    /// @param features the hashes of those it knows, in ascending order
    /// @param weights `[row * labels + label]`
    public SequenceModel(
            Labels labels, float scale, int[][] steps, int[] features, byte[] weights) {
        this.labels = labels;
        this.scale = scale;
        enter = steps[0].clone();
        leave = steps[1].clone();
        goOn = steps[2].clone();
        this.features = features.clone();
        this.weights = weights.clone();
        if (labels.count() > MOST_LABELS) {
            throw new IllegalArgumentException("more than 13 labels: " + labels.count());
        }
        slots = new long[BUCKETS * BUCKET];
        for (int row = 0; row < features.length; row++) {
            put(row);
        }
    }

    private void put(int row) {
        int slot = bucket(features[row]) * BUCKET;
        if (slots[slot + 1] != 0) {
            slot += 2;
        }
        if (slots[slot + 1] != 0) {
            throw new IllegalArgumentException("more than two features of one bucket");
        }
        slots[slot + 1] = (long) check(features[row]) << CHECK_SHIFT;
        for (int label = 0; label < labels.count(); label++) {
            long weight = (long) weights[row * labels.count() + label] + BIAS;
            int shift = label % Long.BYTES * Byte.SIZE;
            slots[slot + label / Long.BYTES] |= weight << shift;
        }
    }

    /// Reads a model.
    ///
    /// @throws IllegalStateException when the bytes are no such model
    public static SequenceModel read(String name, byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            if (in.getInt() != MAGIC || in.get() != VERSION) {
                throw new IllegalStateException(name + ": not a sequence model of this version");
            }
            List<Kind> kinds = new ArrayList<>();
            for (int left = in.get(); left > 0; left--) {
                kinds.add(Kind.of(in.get()));
            }
            Labels labels = new Labels(kinds);
            float scale = in.getFloat();
            int[][] steps = new int[3][];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = shorts(in, labels.count());
            }
            int rows = in.getInt();
            int each = Integer.BYTES + labels.count();
            if (rows < 0 || rows > MOST_ROWS || in.remaining() != rows * each) {
                throw new IllegalStateException(name + ": damaged: its length does not fit");
            }
            int[] features = new int[rows];
            in.asIntBuffer().get(features);
            in.position(in.position() + rows * Integer.BYTES);
            byte[] weights = new byte[in.remaining()];
            in.get(weights);
            return new SequenceModel(labels, scale, steps, features, weights);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IllegalStateException(name + ": damaged", e);
        }
    }

    private static int[] shorts(ByteBuffer in, int count) {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = in.getShort();
        }
        return all;
    }

    /// The bytes that [#read] takes.
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(weights.length + features.length * Integer.BYTES);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.write(VERSION);
            out.write(labels.kinds().size());
            for (Kind kind : labels.kinds()) {
                out.write(kind.code());
            }
            out.writeFloat(scale);
            for (int[] each : List.of(enter, leave, goOn)) {
                for (int value : each) {
                    out.writeShort(value);
                }
            }
            out.writeInt(features.length);
            for (int feature : features) {
                out.writeInt(feature);
            }
            out.write(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    public Labels labels() {
        return labels;
    }

    /// How many log-odds a step of a score is worth.
    public float scale() {
        return scale;
    }

    /// Writes what the features say for each label to `scores[at + label]`.
    void score(FeatureBuffer found, int[] scores, int at) {
        int known = 0;
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = 0; i < found.count(); i++) {
            int feature = found.hash(i);
            int slot = bucket(feature) * BUCKET;
            long check = check(feature);
            long one = ((slots[slot + 1] >>> CHECK_SHIFT ^ check) - 1) >> ALL_BITS;
            long two = ((slots[slot + 3] >>> CHECK_SHIFT ^ check) - 1) >> ALL_BITS;
            long low = (slots[slot] & one) | (slots[slot + 2] & two);
            long high = (slots[slot + 1] & one) | (slots[slot + 3] & two);
            a += low & EVEN;
            b += low >>> Byte.SIZE & EVEN;
            c += high & EVEN;
            d += high >>> Byte.SIZE & EVEN;
            known -= (int) (one | two);
        }
        int bias = BIAS * known;
        for (int label = 0; label < labels.count(); label += 2) {
            int shift = label % Long.BYTES * Byte.SIZE;
            boolean first = label < Long.BYTES;
            scores[at + label] = (int) ((first ? a : c) >>> shift & LANE) - bias;
            if (label + 1 < labels.count()) {
                scores[at + label + 1] = (int) ((first ? b : d) >>> shift & LANE) - bias;
            }
        }
    }

    /// Which of the [#BUCKETS] a feature belongs to. A model knows at most [#PLACES] of each.
    public static int bucket(int feature) {
        return feature & (BUCKETS - 1);
    }

    /// What tells features of one bucket apart: other bits than those that chose it, and never 0.
    private static int check(int feature) {
        return feature >>> Byte.SIZE == 0 ? 1 : feature >>> Byte.SIZE;
    }

    /// What each label gains by following another kind.
    int[] enter() {
        return enter;
    }

    /// What each label gains by being followed by another kind.
    int[] leave() {
        return leave;
    }

    /// What each label gains by following its own kind.
    int[] goOn() {
        return goOn;
    }
}
