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
        int one = 0x12345678;
        int two = one + SequenceModel.BUCKETS;
        int stranger = two + SequenceModel.BUCKETS;
        FeatureBuffer features = new FeatureBuffer();
        long value = 0;
        features.add(1, value);
        while (SequenceModel.bucket(features.hash(0)) != SequenceModel.bucket(one)) {
            features.clear();
            features.add(1, ++value);
        }
        int met = features.hash(0);
        int[] pair = {Math.min(met, one), Math.max(met, one)};
        byte[] weights = {1, 2, 3, 4, 5, 11, 12, 13, 14, 15};
        int[] steps = new int[LABELS.count()];
        int[][] none = {steps, steps, steps};
        int[] scores = new int[LABELS.count()];
        new SequenceModel(LABELS, 1, none, pair, weights).score(features, scores, 0);
        int first = met == pair[0] ? 1 : 11;
        assertThat(scores).containsExactly(first, first + 1, first + 2, first + 3, first + 4);
        int[] others = {two, stranger};
        new SequenceModel(LABELS, 1, none, others, weights).score(features, scores, 0);
        assertThat(scores).containsOnly(0);
        assertThatThrownBy(() ->
                        new SequenceModel(
                                LABELS, 1, none, new int[] {one, two, stranger}, new byte[15]))
                .isInstanceOf(IllegalArgumentException.class);
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
