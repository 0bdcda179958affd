package newspulse.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import newspulse.engine.files.TermLine;

import org.junit.jupiter.api.Test;

import java.util.List;

final class LexiconCurveTest {
    private final LexiconCurve curve =
            new LexiconCurve(List.of(TermLine.parse("0.2 0.6 0.3"), TermLine.parse("0.6 0.2 0.7")));

    @Test
    void goesStraightBetweenTheMeasuredPoints() {
        assertThat(at(0.4)).containsExactly(new float[] {0.1f, 0.4f, 0.5f}, within(1e-6f));
        assertThat(at(-0.4)).containsExactly(new float[] {0.5f, 0.4f, 0.1f}, within(1e-6f));
    }

    @Test
    void staysWithTheNearestPointOutside() {
        assertThat(at(0)).containsExactly(new float[] {0.1f, 0.6f, 0.3f}, within(1e-6f));
        assertThat(at(-1)).containsExactly(new float[] {0.7f, 0.2f, 0.1f}, within(1e-6f));
    }

    @Test
    void refusesLinesThatAreNoPoints() {
        assertThatThrownBy(() -> new LexiconCurve(List.of(TermLine.parse("0.2 0.6"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LexiconCurve(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private float[] at(double score) {
        float[] probabilities = new float[3];
        curve.at(score, probabilities);
        return probabilities;
    }
}
