package newspulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class OptionsTest {
    @Test
    void measuresEverythingInFullUnlessToldOtherwise() {
        Options options = Options.parse(List.of());

        assertThat(options.benchmarks()).containsExactly(Benchmark.values());
        assertThat(options.scale()).isEqualTo(Scale.FULL);
        assertThat(options.write()).isEmpty();
    }

    @Test
    void selectsWhatIsNamed() {
        Options options =
                Options.parse(
                        List.of("--only", "latency,start", "--quick", "--set", "BATCH_SIZE=5"));

        assertThat(options.benchmarks()).containsExactly(Benchmark.LATENCY, Benchmark.START);
        assertThat(options.scale()).isEqualTo(Scale.QUICK);
        assertThat(options.settings()).isEqualTo(Map.of("BATCH_SIZE", "5"));
    }

    @Test
    void aGivenNumberOfArticlesHoldsWhereverQuickStands() {
        assertThat(Options.parse(List.of("--articles", "7", "--quick")).scale().articles())
                .isEqualTo(7);
    }

    @Test
    void writesToItsOwnFileUnlessOneIsNamed() {
        assertThat(Options.parse(List.of("--write", "--quick")).write())
                .contains(Path.of("benchmarks/results/latest.md"));
        assertThat(Options.parse(List.of("--write", "a.md")).write()).contains(Path.of("a.md"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--only", "speed")))
                .withMessage("no benchmark is called speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--rounds", "0")))
                .withMessage("--rounds needs a whole number of 1 to 100, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--set", "BATCH_SIZE")))
                .withMessage("--set needs NAME=VALUE, not BATCH_SIZE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--write", "a.md", "b.md")))
                .withMessage("unknown option b.md");
    }
}
