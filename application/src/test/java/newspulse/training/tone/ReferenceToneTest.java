package newspulse.training.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import newspulse.training.LabelledText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ReferenceToneTest {
    @TempDir private Path folder;

    @Test
    void thePredecessorCountsItsWords() {
        Predecessor predecessor = new Predecessor();
        assertThat(predecessor.score("Great PROFIT after the crisis")).isEqualTo(1);
        assertThat(predecessor.score("Good, but bad")).isZero();
        assertThat(predecessor.score("Losses and failures")).isZero();
    }

    @Test
    void vaderTurnsWhatIsNegatedAndWeighsWhatComesAfterBut() throws IOException {
        Vader vader = vader();
        double good = 2 / Math.sqrt(4 + 15);
        assertThat(vader.score("A good plan")).isCloseTo(good, within(1e-9));
        assertThat(vader.score("not a good plan")).isNegative();
        assertThat(vader.score("very good")).isGreaterThan(good);
        assertThat(vader.score("good!")).isGreaterThan(good);
        assertThat(vader.score("good, but awful")).isNegative();
        assertThat(vader.score("a plan")).isZero();
    }

    @Test
    void areMeasuredAsTheModelIs() throws IOException {
        List<LabelledText> forced =
                List.of(new LabelledText("1", "good"), new LabelledText("0", "a plan"));
        assertThat(vader().on(forced).value()).isEqualTo(1);
        List<LabelledText> three =
                List.of(
                        new LabelledText("positive", "good"),
                        new LabelledText("neutral", "a plan"),
                        new LabelledText("negative", "a good plan"));
        assertThat(vader().on(three).value()).isCloseTo((2 / 3.0 + 1) / 3, within(1e-9));
    }

    @Test
    void partsOfTextsDependOnHowTheyBegin() {
        String begin = "Forty letters and more that all of these texts have in common";
        assertThat(Parts.of(begin + " one", 10)).isEqualTo(Parts.of("“" + begin + "” two", 10));
    }

    private Vader vader() throws IOException {
        return new Vader(
                Files.writeString(folder.resolve("vader.txt"), "good\t2\t0.5\nawful\t-2\t0.5\n"));
    }
}
