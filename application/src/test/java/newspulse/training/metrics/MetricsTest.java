package newspulse.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MetricsTest {
    @Test
    void countsWhatIsRightAndWeighsLabelsTheSame() {
        Confusion confusion = new Confusion();
        for (int i = 0; i < 8; i++) {
            confusion.add("a", "a");
        }
        confusion.add("b", "a");
        confusion.add("b", "b");
        assertThat(confusion.accuracy()).isCloseTo(0.9, within(1e-9));
        assertThat(confusion.f1("a")).isCloseTo(16 / 17.0, within(1e-9));
        assertThat(confusion.f1("b")).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(confusion.macroF1()).isCloseTo((16 / 17.0 + 2 / 3.0) / 2, within(1e-9));
        assertThat(confusion.majorityAccuracy()).isCloseTo(0.8, within(1e-9));
        assertThat(confusion.majorityMacroF1()).isCloseTo(8 / 18.0, within(1e-9));
    }

    @Test
    void anAnswerThatIsNeverTrueIsNoLabelOfItsOwn() {
        Confusion confusion = new Confusion();
        confusion.add("a", "a");
        confusion.add("a", "c");
        assertThat(confusion.macroF1()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(confusion.markdown()).contains("| a | 1 | 1 |");
    }

    @Test
    void calibrationIsTheDistanceOfConfidenceFromTruth() {
        ExpectedCalibrationError error = new ExpectedCalibrationError();
        assertThat(error.value()).isZero();
        for (int i = 0; i < 10; i++) {
            error.add(0.75, i < 5);
            error.add(1, true);
        }
        assertThat(error.value()).isCloseTo(0.125, within(1e-9));
    }
}
