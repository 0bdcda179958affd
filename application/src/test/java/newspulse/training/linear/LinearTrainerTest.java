package newspulse.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import newspulse.training.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class LinearTrainerTest {
    private static final Progress SILENT = (what, done, total) -> {};

    @Test
    void learnsWhichBucketsTellClassesApart() {
        TrainedWeights learned = LinearTrainer.train(examples(), options(true), "toy", SILENT);
        assertThat(learned.score(example(1, 7, 0))[1])
                .isGreaterThan(learned.score(example(1, 7, 0))[0]);
        assertThat(learned.score(example(2, 7, 0))[0])
                .isGreaterThan(learned.score(example(2, 7, 0))[1]);
    }

    @Test
    void learnsClassesThatMayHoldTogether() {
        List<Example> both = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            both.add(Example.of(new int[] {1}, new float[] {1, 1}, 1));
            both.add(Example.of(new int[] {2}, new float[] {0, 1}, 1));
        }
        TrainedWeights learned = LinearTrainer.train(both, options(false), "toy", SILENT);
        float[] logits = learned.score(both.getFirst());
        assertThat(logits[0]).isPositive();
        assertThat(logits[1]).isPositive();
    }

    @Test
    void learnsTheSameFromTheSame() {
        TrainedWeights one = LinearTrainer.train(examples(), options(true), "toy", SILENT);
        TrainedWeights two = LinearTrainer.train(examples(), options(true), "toy", SILENT);
        assertThat(one.weights()).containsExactly(two.weights());
        assertThat(one.dense()).containsExactly(two.dense());
    }

    @Test
    void findsTheFactorThatMakesLogitsHonest() {
        Random random = new Random(3);
        List<float[]> logits = new ArrayList<>();
        int[] truth = new int[4_000];
        for (int i = 0; i < truth.length; i++) {
            float logit = (float) random.nextGaussian();
            truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            logits.add(new float[] {0, 3 * logit});
        }
        assertThat(LogitCalibration.factor(logits, truth)).isCloseTo(1 / 3f, within(0.03f));
    }

    @Test
    void findsSlopeAndShift() {
        Random random = new Random(3);
        float[] logits = new float[4_000];
        boolean[] truth = new boolean[logits.length];
        for (int i = 0; i < truth.length; i++) {
            double logit = random.nextGaussian() - 1;
            truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            logits[i] = (float) (2 * logit + 2);
        }
        float[] found = LogitCalibration.slopeAndShift(logits, truth);
        assertThat(found[0]).isCloseTo(0.5f, within(0.06f));
        assertThat(found[1]).isCloseTo(-1, within(0.12f));
    }

    private static LinearTrainer.Options options(boolean exclusive) {
        return new LinearTrainer.Options(4, 5, 0.1f, 0.1f, 0, exclusive, 1);
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            examples.add(example(1, 7, 1));
            examples.add(example(2, 7, 0));
        }
        return examples;
    }

    private static Example example(int telling, int common, int label) {
        return new Example(new int[] {telling, common}, new float[] {1}, Example.only(label, 2), 1);
    }
}
