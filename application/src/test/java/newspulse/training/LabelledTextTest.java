package newspulse.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

final class LabelledTextTest {
    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("texts.tsv"), text);
    }

    @Test
    void readsALabelATabAndATextThatMayHoldTabs() throws IOException {
        assertThat(LabelledText.read(file("good\tA day\tin May\n\nbad\t비가 온다\n")))
                .containsExactly(
                        new LabelledText("good", "A day\tin May"),
                        new LabelledText("bad", "비가 온다"));
    }

    @Test
    void saysInWhichLineTheTabIsMissing() throws IOException {
        Path file = file("good\tA day\nno tab here\n");
        assertThatThrownBy(() -> LabelledText.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("texts.tsv:2: must be a label, a tab, a text");
    }

    @Test
    void saysThatAFileIsNotUtf8() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("x.tsv"),
                        "l\tcaf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LabelledText.read(file)).hasMessageContaining("must be UTF-8");
    }
}
