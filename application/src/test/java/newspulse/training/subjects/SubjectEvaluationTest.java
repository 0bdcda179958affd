package newspulse.training.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.SharedData;
import newspulse.engine.files.ModelFiles;
import newspulse.training.Score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class SubjectEvaluationTest {
    private static List<Score> measure(Path data) throws IOException {
        return new SubjectEvaluation()
                .measure(new ModelFiles("", null), data, (what, done, total) -> {});
    }

    private static double value(List<Score> scores, String dataSet, String metric) {
        return scores.stream()
                .filter(score -> score.dataSet().equals(dataSet) && score.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void leavesOutWhatIsNotThere(@TempDir Path data) throws IOException {
        assertThat(measure(data)).isEmpty();
    }

    @Test
    void countsWorldAsPoliticsToo(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("topic"));
        Files.write(
                data.resolve("topic/agnews.test.tsv"),
                List.of(
                        "World\tParliament elects a new prime minister as coalition party leader",
                        "World\tRebels and troops clash as the ceasefire collapses",
                        "Business\tStriker scores twice as champions win the cup final"));
        assertThat(value(measure(data), "AG News test", "accuracy")).isEqualTo(2.0 / 3);
    }

    @Test
    void theShippedModelsAreAsGoodAsTheyWere() throws IOException {
        List<Score> scores = measure(SharedData.require("topic/.."));
        assertThat(value(scores, "UCI test", "accuracy")).isGreaterThan(0.92);
        assertThat(value(scores, "AG News test", "accuracy")).isGreaterThan(0.68);
        assertThat(value(scores, "KLUE-TC test", "macro-F1")).isGreaterThan(0.86);
        assertThat(value(scores, "HuffPost test", "macro-F1")).isGreaterThan(0.57);
        assertThat(value(scores, "HuffPost test, clear sections", "macro-F1")).isGreaterThan(0.61);
        assertThat(scores)
                .filteredOn(score -> score.metric().equals("ECE"))
                .filteredOn(score -> !score.dataSet().startsWith("AG News"))
                .allSatisfy(score -> assertThat(score.value()).isLessThan(0.05));
    }
}
