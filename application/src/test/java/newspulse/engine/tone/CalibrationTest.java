package newspulse.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import newspulse.engine.files.TermLine;
import newspulse.model.Sentiment;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CalibrationTest {
    private final Calibration calibration =
            new Calibration(
                    List.of(
                            TermLine.parse("en positive\t0.2 0.5, 0.6 0.9"),
                            TermLine.parse("ko positive\t0.1 0.1")),
                    "en");

    @Test
    void goesStraightBetweenTheMeasuredPoints() {
        assertThat(calibration.confidence(Sentiment.POSITIVE, 0.4)).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void staysWithTheNearestPointOutside() {
        assertThat(calibration.confidence(Sentiment.POSITIVE, 0)).isEqualTo(0.5);
        assertThat(calibration.confidence(Sentiment.POSITIVE, 1)).isEqualTo(0.9);
    }

    @Test
    void isNotConfidentOfWhatWasNotMeasured() {
        assertThat(calibration.confidence(Sentiment.NEUTRAL, 0.5)).isZero();
    }
}
