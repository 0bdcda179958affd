package newspulse.engine.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

final class SequenceModelTest {
    private static final Labels LABELS = new Labels(List.of(Kind.PERSON, Kind.LOCATION));
    private static final int ROWS = 12;

    @Test
    void readsWhatItWrote() {
        byte[] bytes = model().bytes();
        assertThat(SequenceModel.read("a model", bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    void addsNegativeAndPositiveWeights() {
        FeatureBuffer features = new FeatureBuffer();
        for (int template = 1; template <= 30; template++) {
            features.add(template, 42);
        }
        int[] hashes = IntStream.range(0, 30).map(features::hash).toArray();
        int[] known = Arrays.stream(hashes).limit(ROWS).sorted().toArray();
        int[] scores = new int[LABELS.count()];
        model(known).score(features, scores, 0);
        for (int label = 0; label < scores.length; label++) {
            int sum = 0;
            for (int row = 0; row < ROWS; row++) {
                sum += row * LABELS.count() + label - 40;
            }
            assertThat(scores[label]).isEqualTo(sum);
        }
    }

    @Test
    void tellsFeaturesOfOneBucketApart() {
        FeatureBuffer features = new FeatureBuffer();
        features.add(1, 42);
        int met = features.hash(0);
        int below = met - SequenceModel.BUCKETS;
        int above = met + SequenceModel.BUCKETS;
        assertThat(scores(features, met, above)).containsExactly(1, 2, 3, 4, 5);
        assertThat(scores(features, below, met)).containsExactly(11, 12, 13, 14, 15);
        assertThat(scores(features, below, above)).containsOnly(0);
        assertThatThrownBy(() -> scores(features, below, met, above))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] scores(FeatureBuffer features, int... known) {
        byte[] weights = {1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 21, 22, 23, 24, 25};
        int[] none = new int[LABELS.count()];
        int[] scores = new int[LABELS.count()];
        new SequenceModel(LABELS, 1, new int[][] {none, none, none}, known, weights)
                .score(features, scores, 0);
        return scores;
    }

    @Test
    void refusesADamagedFile() {
        byte[] good = model().bytes();
        byte[] cut = Arrays.copyOf(good, good.length - 1);
        byte[] tiny = Arrays.copyOf(good, 7);
        byte[] foreign = good.clone();
        foreign[0] = 0;
        for (byte[] bad : List.of(cut, tiny, foreign, new byte[0])) {
            assertThatThrownBy(() -> SequenceModel.read("a model", bad))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("a model: ");
        }
    }

    @Test
    void refusesDamagedWordFacts() {
        TreeMap<Long, Integer> facts = new TreeMap<>();
        facts.put(7L, 5);
        byte[] good = WordFacts.bytes(facts);
        assertThat(WordFacts.read("words", good).of(7)).isEqualTo(5);
        byte[] cut = Arrays.copyOf(good, good.length - 1);
        for (byte[] bad : List.of(cut, new byte[3])) {
            assertThatThrownBy(() -> WordFacts.read("words", bad))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("words: ");
        }
    }

    private static SequenceModel model() {
        return model(IntStream.range(-5, ROWS - 5).toArray());
    }

    private static SequenceModel model(int[] features) {
        byte[] weights = new byte[LABELS.count() * ROWS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) (i - 40);
        }
        int[] steps = {1, -2, 3, -4, 5};
        return new SequenceModel(
                LABELS, 0.1f, new int[][] {steps, steps, steps}, features, weights);
    }
}
