package newspulse.engine.entities;

import java.util.Arrays;

/// Finds the best labels of sequences (Viterbi, 1967), with room that is used again for each. Not
/// thread-safe: each analysis has its own.
final class Decoder {
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final SequenceModel model;
    private final int count;
    private final int[] enter;
    private final int[] leave;
    private final int[] goOn;

    /// For labels that may follow their own kind, the label that their kind begins with.
    private final int[] begins;

    private final int[] best;
    private final int[] previous;
    private int[] scores = new int[0];
    private byte[] back = new byte[0];
    private int length;

    Decoder(SequenceModel model, int expected) {
        this.model = model;
        Labels labels = model.labels();
        count = labels.count();
        enter = model.enter();
        leave = model.leave();
        goOn = model.goOn();
        begins = new int[count];
        Arrays.fill(begins, -1);
        for (int label = 1; label < count; label++) {
            begins[labels.next(label)] = labels.begin(labels.kind(label));
        }
        best = new int[count];
        previous = new int[count];
        grow(expected);
    }

    private void grow(int items) {
        scores = Arrays.copyOf(scores, items * count);
        back = Arrays.copyOf(back, items * count);
    }

    void begin() {
        length = 0;
    }

    int length() {
        return length;
    }

    /// Adds the next item of the sequence.
    void add(FeatureBuffer features) {
        if ((length + 1) * count > scores.length) {
            grow(2 * (length + 1));
        }
        model.score(features, scores, length++ * count);
    }

    /// Writes the best label of each item to `into`, from `at` on.
    void decode(byte[] into, int at) {
        Arrays.fill(best, NEVER);
        best[Labels.OUTSIDE] = 0;
        for (int i = 0; i < length; i++) {
            step(i * count);
        }
        int last = leaving();
        for (int i = length - 1; i >= 0; i--) {
            into[at + i] = (byte) last;
            last = back[i * count + last];
        }
    }

    private int leaving() {
        int from = 0;
        for (int label = 1; label < count; label++) {
            if (best[label] + leave[label] > best[from] + leave[from]) {
                from = label;
            }
        }
        return from;
    }

    private void step(int at) {
        System.arraycopy(best, 0, previous, 0, count);
        int from = leaving();
        int left = previous[from] + leave[from];
        best[Labels.OUTSIDE] = left + enter[Labels.OUTSIDE] + scores[at];
        back[at] = (byte) from;
        for (int label = 1; label < count; label++) {
            int value = left + enter[label];
            int came = from;
            if (begins[label] >= 0) {
                int begin = begins[label];
                int onFrom = previous[begin] > previous[label] ? begin : label;
                int on = previous[onFrom] + goOn[label];
                boolean only = begin != label;
                came = only || on > value ? onFrom : from;
                value = only ? on : Math.max(on, value);
            }
            best[label] = value + scores[at + label];
            back[at + label] = (byte) came;
        }
    }

    /// By how much item `i` prefers a label to being outside of everything, in log-odds.
    float margin(int i, int label) {
        return (scores[i * count + label] - scores[i * count]) * model.scale();
    }
}
