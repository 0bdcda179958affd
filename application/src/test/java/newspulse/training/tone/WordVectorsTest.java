package newspulse.training.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.WordHash;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;

final class WordVectorsTest {
    @Test
    void keepTheirNumbersInAByteEach() throws IOException {
        WordVectors vectors = WordVectors.read(new ByteArrayInputStream(compressed()));
        int rank = vectors.ranks().getOrDefault(WordHash.of("bank"), -1);
        assertThat(rank).isEqualTo(1);
        assertThat(vectors.dimensions()).isEqualTo(2);
        assertThat(vectors.value(rank, 0)).isCloseTo(-1, within(0.01f));
        assertThat(vectors.value(rank, 1)).isCloseTo(0.25f, within(0.01f));
    }

    @Test
    void arePooledWithRareWordsCountingMore() throws IOException {
        WordVectors vectors = WordVectors.read(new ByteArrayInputStream(compressed()));
        float[] pooled = new float[3];
        vectors.pool(Tokenizer.tokenize("The bank, unknown"), pooled, 1);
        assertThat(pooled[0]).isZero();
        assertThat(pooled[1]).isNegative();
    }

    @Test
    void refuseADamagedFile() throws IOException {
        byte[] file = compressed();
        byte[] cut = Arrays.copyOf(file, file.length - 1);
        byte[] other = file.clone();
        other[0]++;
        assertThatThrownBy(() -> WordVectors.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WordVectors.read(new ByteArrayInputStream(other)))
                .isInstanceOf(IOException.class);
    }

    private static byte[] compressed() throws IOException {
        var out = new ByteArrayOutputStream();
        String text = "the 0.5 0.5\nbank -1 0.25\nrarely 1 1\n";
        WordVectors.compress(new BufferedReader(new StringReader(text)), 2, out);
        return out.toByteArray();
    }
}
