package newspulse.training.entities;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A sequence to learn from.
final class LabelledSequence {
    private final int[][] features;
    private final int[] lexical;
    private final byte[] labels;
    private final float weight;

    /// @param features of each item, by hash or by row
    /// @param lexical how many of them, the first, name words
    /// @param weight 1 for the usual
    LabelledSequence(int[][] features, int[] lexical, byte[] labels, float weight) {
        this.features = features;
        this.lexical = lexical;
        this.labels = labels;
        this.weight = weight;
    }

    int[][] features() {
        return features;
    }

    byte[] labels() {
        return labels;
    }

    float weight() {
        return weight;
    }

    /// The features that occur often enough, in ascending order.
    static int[] frequent(List<LabelledSequence> examples, int least) {
        int[] all =
                examples.stream()
                        .flatMap(example -> Arrays.stream(example.features))
                        .flatMapToInt(Arrays::stream)
                        .sorted()
                        .toArray();
        int kept = 0;
        for (int from = 0; from < all.length; ) {
            int to = from + 1;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            if (to - from >= least) {
                all[kept++] = all[from];
            }
            from = to;
        }
        return Arrays.copyOf(all, kept);
    }

    /// The same without the features that have no row, the others by row.
    LabelledSequence byRow(int[] rows) {
        int[][] kept = new int[features.length][];
        int[] words = new int[features.length];
        for (int i = 0; i < features.length; i++) {
            int[] all = new int[features[i].length];
            int known = 0;
            for (int f = 0; f < all.length; f++) {
                int row = Arrays.binarySearch(rows, features[i][f]);
                if (row >= 0) {
                    words[i] += f < lexical[i] ? 1 : 0;
                    all[known++] = row;
                }
            }
            kept[i] = Arrays.copyOf(all, known);
        }
        return new LabelledSequence(kept, words, labels, weight);
    }

    /// The same without what is left out by lot.
    ///
    /// @param dropout how often the features that name words are
    /// @param noise how often any other feature is
    LabelledSequence thinned(float dropout, float noise, SplittableRandom random) {
        boolean without = random.nextFloat() < dropout;
        int[][] thinned = new int[features.length][];
        for (int i = 0; i < thinned.length; i++) {
            int[] all = features[i];
            int[] kept = new int[all.length];
            int left = 0;
            for (int f = without ? lexical[i] : 0; f < all.length; f++) {
                if (random.nextFloat() >= noise) {
                    kept[left++] = all[f];
                }
            }
            thinned[i] = Arrays.copyOf(kept, left);
        }
        return new LabelledSequence(thinned, lexical, labels, weight);
    }
}
