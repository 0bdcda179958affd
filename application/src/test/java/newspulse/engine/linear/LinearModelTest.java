package newspulse.engine.linear;

import static newspulse.engine.Articles.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

final class LinearModelTest {
    private static final int BITS = 10;
    private final LinearModel model = random();
    private final Features features =
            Features.of(document("Shares of the bank rise", "By 3 percent."), Grams.LETTERS);

    @Test
    void scoresARangeAsTheSumOfItsParts() {
        float[] whole = new float[2];
        model.score(features, 0, features.tokens(), whole);
        float[] parts = new float[2];
        model.add(features, 0, 3, 1, parts);
        model.add(features, 3, features.tokens(), 1, parts);
        model.finish(features.to(features.tokens() - 1), parts);
        assertThat(parts).containsExactly(whole, within(1e-5f));
    }

    @Test
    void explainsItsScoreByTokens() {
        float[] logits = new float[2];
        model.score(features, 0, features.tokens(), logits);
        double sum = 0;
        for (int token = 0; token < features.tokens(); token++) {
            sum += model.contribution(features, token, 1);
        }
        double mass = features.to(features.tokens() - 1);
        assertThat(sum / Math.sqrt(mass) + 0.25).isCloseTo(logits[1], within(1e-4));
    }

    @Test
    void scoresAnEmptyRangeByItsBias() {
        float[] logits = new float[2];
        model.score(features, 2, 2, logits);
        assertThat(logits).containsExactly(-0.5f, 0.25f);
    }

    @Test
    void isRescaledAsItsLogitsAre() {
        float[] before = new float[2];
        model.score(features, 0, 4, before);
        float[] after = new float[2];
        model.rescaled(new float[] {2, 0.5f}, new float[] {0, 1}).score(features, 0, 4, after);
        assertThat(after[0]).isCloseTo(2 * before[0], within(1e-5f));
        assertThat(after[1]).isCloseTo(0.5f * before[1] + 1, within(1e-5f));
    }

    @Test
    void comesBackFromItsFile() throws IOException {
        byte[] file = written();
        LinearModel back = LinearModel.read(file);
        float[] one = new float[2];
        float[] other = new float[2];
        model.score(features, 0, features.tokens(), one);
        back.score(features, 0, features.tokens(), other);
        assertThat(other).containsExactly(one);
        assertThat(back.labels()).containsExactly("no", "yes");
    }

    @Test
    void refusesADamagedFile() throws IOException {
        byte[] file = written();
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        byte[] other = file.clone();
        other[0]++;
        byte[] tooLarge = file.clone();
        tooLarge[5] = 60;
        for (byte[] damaged : List.of(longer, other, tooLarge, new byte[0])) {
            assertThatThrownBy(() -> LinearModel.read(damaged))
                    .isInstanceOf(IllegalStateException.class);
        }
        for (int length = 0; length < file.length; length += 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> LinearModel.read(cut))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private byte[] written() throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static LinearModel random() {
        byte[] weights = new byte[2 << BITS];
        new Random(1).nextBytes(weights);
        return new LinearModel(
                List.of("no", "yes"),
                BITS,
                weights,
                new float[] {0.01f, 0.02f},
                new float[] {-0.5f, 0.25f});
    }
}
