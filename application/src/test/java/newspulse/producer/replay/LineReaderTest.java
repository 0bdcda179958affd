package newspulse.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

final class LineReaderTest {
    @Test
    void skipsEmptyLinesAndTheMarkAndKeepsTheNumbers() throws IOException {
        assertThat(texts("\uFEFF{1}\r\n\r\n   \n{2}\n\n{3}", 5))
                .containsExactly("1:{1}", "4:{2}", "6:{3}");
        assertThat(texts("", 5)).isEmpty();
        assertThat(texts("\n\n", 5)).isEmpty();
    }

    @Test
    void skipsALineOverTheLimitAndGoesOn() throws IOException {
        String limit = "x".repeat(LineReader.MAX_LINE);
        List<Line> lines = lines("a\n" + limit + "\n" + limit + "y\nb", 64 * 1024);
        assertThat(lines).hasSize(4);
        assertThat(((Line.Text) lines.get(1)).bytes()).hasSize(LineReader.MAX_LINE);
        assertThat(lines.get(2)).isEqualTo(new Line.TooLong(3, LineReader.MAX_LINE + 1));
        assertThat(lines.get(3).number()).isEqualTo(4);
    }

    @Property
    void readsTheSameWhateverTheSizeOfABlock(
            @ForAll @AlphaChars @Chars('\n') String text,
            @ForAll @IntRange(min = 1, max = 20) int size)
            throws IOException {
        assertThat(texts(text, size)).isEqualTo(texts(text, 1_000));
    }

    private static List<String> texts(String text, int blockSize) throws IOException {
        return lines(text, blockSize).stream()
                .map(Line.Text.class::cast)
                .map(line -> line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Line> lines(String text, int blockSize) throws IOException {
        var input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var reader = new LineReader(input, blockSize);
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
