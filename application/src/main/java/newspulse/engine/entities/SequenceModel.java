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
/// linear in the labels.) Weights are whole numbers in -127..127 of one common scale. Four labels
/// share a `long`, in lanes of 16 bits that hold a weight plus 128, so that one addition adds four.
///
/// File, big-endian: magic `NPSQ`, version, number of kinds and their codes, scale (float), enter,
/// leave, goOn (short each a label), number of rows, their features' hashes (int, ascending), their
/// weights (a byte each, by row and label).
public final class SequenceModel {
    static final int MAGIC = 0x4e505351;
    static final int VERSION = 2;
    static final int BIAS = 128;
    static final int LANES = 4;
    static final int LANE_BITS = 16;

    private static final int LANE_MASK = 0xffff;
    private static final int MOST_ROWS = 1 << 22;

    private final Labels labels;
    private final float scale;
    private final int[] enter;
    private final int[] leave;
    private final int[] goOn;
    private final int[] features;
    private final byte[] weights;
    private final int width;
    private final long[] lanes;
    private final long[] slots;
    private final int mask;

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
        width = (labels.count() + LANES - 1) / LANES;
        lanes = lanes();
        slots = new long[Integer.highestOneBit(features.length + 1) * 4];
        mask = slots.length - 1;
        for (int row = 0; row < features.length; row++) {
            slots[free(features[row])] = slot(features[row], row);
        }
    }

    /// A feature's hash above the number of its row, from 1 on; 0 is a free slot.
    private static long slot(int feature, int row) {
        return (long) feature << Integer.SIZE | (row + 1);
    }

    private int free(int feature) {
        int at = feature & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private long[] lanes() {
        int count = labels.count();
        long[] all = new long[width * features.length];
        int from = 0;
        for (int at = 0; at < all.length; at += width) {
            for (int label = 0; label < count; label++) {
                long lane = (long) weights[from++] + BIAS;
                all[at + label / LANES] |= lane << (label % LANES * LANE_BITS);
            }
        }
        return all;
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
    void score(FeatureBuffer found, int[] scores, int at, int[] rows) {
        int known = 0;
        for (int i = 0; i < found.count(); i++) {
            int row = row(found.hash(i));
            if (row >= 0) {
                rows[known++] = row * width;
            }
        }
        int bias = BIAS * known;
        for (int word = 0; word < width; word++) {
            long sum = 0;
            for (int i = 0; i < known; i++) {
                sum += lanes[rows[i] + word];
            }
            int from = word * LANES;
            int to = Math.min(labels.count(), from + LANES);
            for (int label = from; label < to; label++) {
                scores[at + label] = (int) (sum & LANE_MASK) - bias;
                sum >>>= LANE_BITS;
            }
        }
    }

    /// The row of a feature; -1 where it is not known.
    private int row(int feature) {
        int at = feature & mask;
        for (long slot = slots[at]; slot != 0; slot = slots[at]) {
            if ((int) (slot >>> Integer.SIZE) == feature) {
                return (int) slot - 1;
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    int enter(int label) {
        return enter[label];
    }

    int leave(int label) {
        return leave[label];
    }

    int goOn(int label) {
        return goOn[label];
    }
}
