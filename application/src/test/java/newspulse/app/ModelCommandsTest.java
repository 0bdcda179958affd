package newspulse.app;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.LocalModels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ModelCommandsTest {
    @TempDir private Path folder;

    private static int run(String... arguments) {
        return new CommandLine(new Main()).execute(arguments);
    }

    @Test
    void aModelOfOnesOwnTextsTakesThePlaceOfTheShippedOne() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add("SPORTS\tZorbix beats Quandle again and again " + i);
            lines.add("BUSINESS\tFlimflam shares of Gronk rise " + i);
        }
        Path texts = Files.write(folder.resolve("mine.tsv"), lines);
        Path models = folder.resolve("models");
        int code =
                run("train", "subjects-en", "--data", texts.toString(), "--out", models.toString());
        assertThat(code).isEqualTo(Launch.OK);
        assertThat(models.resolve("en/subjects.card.md")).isNotEmptyFile();
        assertThat(LocalModels.read(Optional.of(models)).version())
                .isNotEqualTo(LocalModels.read(Optional.empty()).version());
    }

    @Test
    void whatCannotBeDoneIsSaidAndNotTried() {
        assertThat(run("train", "no-such-model")).isEqualTo(Launch.MISCONFIGURED);
        assertThat(run("train", "--data", "x.tsv")).isEqualTo(Launch.MISCONFIGURED);
        assertThat(run("train", "tone-en", "--data", "no-such.tsv"))
                .isEqualTo(Launch.MISCONFIGURED);
        assertThat(run("evaluate", "no-such-thing")).isEqualTo(Launch.MISCONFIGURED);
        assertThat(run("evaluate", "--data-sets", folder.resolve("none").toString()))
                .isEqualTo(Launch.MISCONFIGURED);
    }

    @Test
    void progressOnATerminalIsABarAndElsewhereALine() {
        assertThat(shown(true)).contains("[###############...............]  50 %  training");
        assertThat(shown(false)).isEqualToNormalizingNewlines("  training\n");
    }

    private static String shown(boolean isTerminal) {
        var bytes = new ByteArrayOutputStream();
        var bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), isTerminal);
        bar.at("training", 0, 10);
        bar.at("training", 5, 10);
        bar.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
