package newspulse.training;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.training.Score.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

final class QualityReportTest {
    private static final Score SCORE =
            new Score(
                    "tone, English",
                    "Some test",
                    "macro-F1",
                    0.8125,
                    1_904,
                    List.of(new Reference("majority", 0.25), new Reference("VADER", 0.5)),
                    "a note");

    @TempDir private Path folder;

    @Test
    void givesEachThingMeasuredATable() {
        var other = new Score("language", "Lines", "accuracy", 1, 2, List.of(), "");
        assertThat(QualityReport.markdown("local-1", List.of(SCORE, other, SCORE)))
                .contains("Models: `local-1`.")
                .containsOnlyOnce("## Tone, English\n")
                .contains(
                        "| Some test | macro-F1 | 0.813 |  | 1,904 | majority 0.250, VADER 0.500 | a note |\n"
                                + "| Some test")
                .contains("## Language\n")
                .contains("| Lines | accuracy | 1.000 |  | 2 |  |  |\n")
                .doesNotContain("Below the floor");
    }

    @Test
    void showsWhatDoesNotReachItsFloor() {
        String report =
                QualityReport.markdown(
                        "local-1",
                        List.of(
                                tone("SEntFiN test", "macro-F1", 0.8196),
                                tone("NSMC test", "accuracy", 0.8695),
                                tone("SST-2 test", "ECE", 0.0504),
                                tone("Others, never seen", "ECE", 0.0506).with("| a table |\n")));
        assertThat(report)
                .contains("| SEntFiN test | macro-F1 | 0.820 | 0.82 | 5 |")
                .contains("| NSMC test | accuracy | 0.870 | 0.87 | 5 |")
                .contains("| SST-2 test | ECE | 0.050 | 0.05 | 5 |")
                .contains("| Others, never seen | ECE | 0.051 | 0.05 ! | 5 |")
                .containsOnlyOnce("## Below the floor")
                .contains("Others, never seen, ECE: 0.051\n\n| a table |");
        assertThat(report.indexOf("## What was tried"))
                .isGreaterThan(report.indexOf("## Below the floor"));
    }

    private static Score tone(String dataSet, String metric, double value) {
        return new Score("tone, English", dataSet, metric, value, 5, List.of(), "");
    }

    @Test
    void aCardStandsBesideItsModel() throws IOException {
        var card =
                new ModelCard(
                        "A model",
                        "Says things.",
                        List.of("Texts, 7, MIT"),
                        "Apache-2.0",
                        LocalDate.EPOCH,
                        1,
                        List.of(SCORE),
                        List.of("Sarcasm"));
        card.writeBeside(folder.resolve("tone.model"));
        assertThat(Files.readString(folder.resolve("tone.card.md")))
                .startsWith("# A model\n\nSays things.\n")
                .contains("- Trained: 1970-01-01, seed 1\n", "- Texts, 7, MIT\n", "- Sarcasm\n")
                .contains("- Some test, macro-F1: 0.813 (1,904 items)\n");
    }
}
