package newspulse.engine.language;

import java.util.List;

/// Tells the languages of one script apart: a linear model over hashed features, with weights of
/// eight bits. Of a text with `n` features, the score of a language is its bias and the sum of the
/// features' weights over the root of `n`, so that more text gives more certainty.
///
/// Weights are kept eight to a word, each with 128 added, and summed in lanes of 16 bits: an eighth
/// of the additions.
public final class ScriptModel {
    private static final int LANES = 8;
    private static final int BIAS = 128;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final int LANE_BITS = 16;
    private static final int LANE = 0xffff;

    /// So many bytes of 255 fit a lane.
    private static final int BLOCK = 256;

    final Character.UnicodeScript script;
    final List<String> codes;
    final int bits;
    final float scale;
    final float temperature;
    final float[] biases;
    final long[] weights;
    private final int words;

    /// Takes the arrays as they are.
    ///
    /// @param codes of the languages; [newspulse.model.Analysis#UNDETERMINED] stands for no
    ///   language
    /// @param bits there are `2^bits` features
    /// @param scale what a weight of 1 is worth
    /// @param temperature by which scores are divided before they are made probabilities
    /// @param biases one for each language
    /// @param weights as [#pack] gives them
    public ScriptModel(
            Character.UnicodeScript script,
            List<String> codes,
            int bits,
            float scale,
            float temperature,
            float[] biases,
            long[] weights) {
        words = words(codes.size());
        if (biases.length != codes.size() || weights.length != words << bits) {
            throw new IllegalArgumentException("sizes do not fit: " + script);
        }
        this.script = script;
        this.codes = List.copyOf(codes);
        this.bits = bits;
        this.scale = scale;
        this.temperature = temperature;
        this.biases = biases;
        this.weights = weights;
    }

    /// How many words the weights of one feature take.
    static int words(int languages) {
        return (languages + LANES - 1) / LANES;
    }

    /// Packs weights of `feature * languages + language`.
    public static long[] pack(byte[] weights, int languages) {
        int words = words(languages);
        int features = weights.length / languages;
        long[] packed = new long[features * words];
        for (int feature = 0; feature < features; feature++) {
            for (int k = 0; k < languages; k++) {
                long biased = (long) weights[feature * languages + k] + BIAS;
                packed[feature * words + k / LANES] |= biased << (k % LANES * Byte.SIZE);
            }
        }
        return packed;
    }

    /// The most likely language of this script.
    public Language of(LanguageFeatures features) {
        int[] sums = new int[words * LANES];
        for (int from = 0; from < features.count(); from += BLOCK) {
            sum(features, from, Math.min(features.count(), from + BLOCK), sums);
        }
        int classes = codes.size();
        double[] scores = new double[classes];
        double factor = scale / Math.sqrt(Math.max(1, features.count()));
        int best = 0;
        for (int k = 0; k < classes; k++) {
            scores[k] = biases[k] + factor * (sums[k] - BIAS * features.count());
            best = scores[k] > scores[best] ? k : best;
        }
        double total = 0;
        for (int k = 0; k < classes; k++) {
            total += Math.exp((scores[k] - scores[best]) / temperature);
        }
        return new Language(codes.get(best), 1 / total);
    }

    private void sum(LanguageFeatures features, int from, int to, int[] sums) {
        long[] even = new long[words];
        long[] odd = new long[words];
        for (int i = from; i < to; i++) {
            int row = features.bucket(i) * words;
            for (int w = 0; w < words; w++) {
                long eight = weights[row + w];
                even[w] += eight & EVEN;
                odd[w] += (eight >>> Byte.SIZE) & EVEN;
            }
        }
        for (int k = 0; k < sums.length; k++) {
            long lanes = (k & 1) == 0 ? even[k / LANES] : odd[k / LANES];
            sums[k] += (int) (lanes >>> (k % LANES / 2 * LANE_BITS)) & LANE;
        }
    }
}
