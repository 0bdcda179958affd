package newspulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class MeasuredTest {
    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Measured.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Measured(4, 1, 9, 3));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        assertThat(Measured.of(List.of(1.0, 2.0, 4.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void aQuantileIsOneOfTheValues() {
        List<Double> values = IntStream.range(0, 200).mapToObj(i -> 200.0 - i).toList();

        assertThat(Measured.quantile(values, 0.5)).isEqualTo(100);
        assertThat(Measured.quantile(values, 0.99)).isEqualTo(198);
        assertThat(Measured.quantile(values, 1)).isEqualTo(200);
        assertThat(Measured.quantile(List.of(5.0), 0.01)).isEqualTo(5);
    }

    @Test
    void ratesAreTakenOverTheRightPartOfTheTime() {
        var arrivals =
                new Arrivals(
                        List.of(
                                new Arrivals.Sample(0, 0),
                                new Arrivals.Sample(2, 10),
                                new Arrivals.Sample(4, 90),
                                new Arrivals.Sample(10, 100)));

        assertThat(arrivals.rate()).isEqualTo(10);
        assertThat(arrivals.rateOfTheMiddle()).isEqualTo(40);
        assertThat(arrivals.firstSeconds()).isEqualTo(2);
    }
}
