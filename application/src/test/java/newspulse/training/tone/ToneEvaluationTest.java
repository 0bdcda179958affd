package newspulse.training.tone;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.files.ModelFiles;
import newspulse.training.Score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ToneEvaluationTest {
    @TempDir private Path data;

    @Test
    void measuresWhatIsThereAndLeavesOutTheRest() throws IOException {
        write(
                "sentfin.test.tsv",
                """
                positive	Shares surge after a great quarter
                negative	Shares plunge after fraud
                neutral	The board meets on Tuesday
                """);
        List<Score> scores = measure();
        assertThat(scores).extracting(Score::metric).containsExactly("macro-F1", "ECE");
        Score quality = scores.getFirst();
        assertThat(quality.dataSet()).isEqualTo("SEntFiN test");
        assertThat(quality.value()).isEqualTo(1);
        assertThat(quality.items()).isEqualTo(3);
        assertThat(quality.references())
                .extracting(Score.Reference::name)
                .containsExactly("majority", "predecessor");
    }

    @Test
    void decidesTwoLabelsByTheSignOfTheScore() throws IOException {
        write("nsmc.test.tsv", "1\t정말 재미있는 최고의 영화\n0\t지루하고 시간이 아까운 영화\n");
        Score quality = measure().getFirst();
        assertThat(quality.metric()).isEqualTo("accuracy");
        assertThat(quality.value()).isEqualTo(1);
    }

    @Test
    void leavesOneSourceOut() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String team = "x".repeat(i);
            lines.append("positive\tA great day for team ").append(team).append('\n');
            lines.append("negative\tA terrible day for team ").append(team).append('\n');
            lines.append("neutral\tA day for team ").append(team).append('\n');
        }
        write("sentfin.train.tsv", lines.toString());
        write("newsmtsc.train.tsv", lines.toString().replace("day", "year"));
        assertThat(measure())
                .extracting(Score::dataSet)
                .contains("NewsMTSC train, tenth held out")
                .anyMatch(name -> name.startsWith("SEntFiN, training part, never seen"))
                .anyMatch(name -> name.startsWith("NewsMTSC, training part, never seen"))
                .contains("NewsMTSC, training part, cross-validated in thirds");
    }

    private void write(String name, String lines) throws IOException {
        Files.createDirectories(data.resolve("sentiment"));
        Files.writeString(data.resolve("sentiment").resolve(name), lines);
    }

    private List<Score> measure() throws IOException {
        return new ToneEvaluation()
                .measure(new ModelFiles("test", null), data, (what, done, total) -> {});
    }
}
