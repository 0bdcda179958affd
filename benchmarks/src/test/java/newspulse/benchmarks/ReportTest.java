package newspulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;

class ReportTest {
    @Test
    void setsEachFigureBesideItsGoal() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("cores", "2");
        Row reached =
                Row.Figure.of("fast", Measured.of(List.of(9_000.0, 8_000.0)), Unit.PER_SECOND)
                        .atLeast(8_000);
        Row missed = Row.Figure.of("slow", Measured.once(9), Unit.SECONDS).atMost(8).noting("why");

        String text =
                new Report(
                                new Machine(facts),
                                List.of(reached, missed, new Row.Missing("absent", "no tool")))
                        .markdown();

        assertThat(text)
                .contains("- cores: 2")
                .containsPattern(
                        "\\| fast +\\| 8,500/s \\(8,000/s .. 9,000/s\\) +\\| >= 8,000/s +\\| reached +\\|")
                .containsPattern(
                        "\\| slow +\\| 9.00 s +\\| <= 8.00 s +\\| NOT reached +\\| why +\\|")
                .containsPattern("\\| absent +\\| not measured +\\| +\\| +\\| no tool +\\|");
    }

    @Test
    void readsTheLineOfTheLoadGenerator() {
        assertThat(
                        Wrk.Result.parse(
                                "RESULT requests_per_s=12000.5 p50_ms=1.250 p99_ms=9.000 max_ms=30.1"
                                        + " requests=120005 refused=3 broken=1"))
                .isEqualTo(new Wrk.Result(12_000.5, 1.25, 9, 120_005, 3, 1));
    }
}
