package newspulse.training.tone;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.files.ModelFiles;
import newspulse.training.LabelledText;

import org.junit.jupiter.api.Test;

import java.util.List;

final class LexiconTextsTest {
    private final List<LabelledText> texts = LexiconTexts.of(new ModelFiles("test", null));

    @Test
    void labelClearWords() {
        assertThat(texts)
                .contains(
                        new LabelledText("negative", "killed"),
                        new LabelledText("positive", "rebound"));
    }

    @Test
    void leaveOutWhatMeansNothingByItself() {
        assertThat(texts)
                .extracting(LabelledText::text)
                .doesNotContain("falls", "rises", "share", "not")
                .doesNotHaveDuplicates();
    }
}
