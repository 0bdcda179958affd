package newspulse.training.vectors;

import static newspulse.engine.Articles.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import newspulse.engine.text.Tokenizer;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

final class WordVectorsTest {
    private static final float LITTLE = 0.001f;

    @Test
    void areReadWithWeightsAndScales() throws IOException {
        WordVectors vectors = new WordVectors(file());
        assertThat(vectors.size()).isEqualTo(2);
        assertThat(vectors.dimensions()).isEqualTo(2);
        assertThat(vectors.word(1)).isEqualTo("bank");
        assertThat(vectors.weight(1)).isEqualTo(0.8f);
        float ratio = vectors.value(1, 0) / vectors.value(1, 1);
        assertThat(ratio).isCloseTo(-2, within(LITTLE));
    }

    @Test
    void arePooledWithRareWordsCountingMore() throws IOException {
        WordVectors vectors = new WordVectors(file());
        float[] pooled = new float[3];
        vectors.pool(Tokenizer.tokenize("The bank, unknown"), pooled, 1);
        assertThat(pooled[0]).isZero();
        assertThat(pooled[1]).isPositive();
        float[] alone = new float[3];
        vectors.pool(Tokenizer.tokenize("banks"), alone, 1);
        assertThat(alone).containsOnly(0);
    }

    @Test
    void takeTheSingularForAPluralInAMean() throws IOException {
        WordVectors vectors = new WordVectors(file());
        float[] one = vectors.mean(document("The bank"), 0.3f, 3);
        assertThat(vectors.mean(document("The", "banks"), 0.3f, 3)).isEqualTo(one);
        assertThat(one[0]).isPositive();
        assertThat(one[2]).isZero();
    }

    @Test
    void refuseADamagedFile() throws IOException {
        byte[] file = file();
        byte[] cut = Arrays.copyOf(file, file.length - 1);
        byte[] other = file.clone();
        other[0]++;
        for (byte[] damaged : List.of(cut, other)) {
            assertThatIllegalStateException().isThrownBy(() -> new WordVectors(damaged));
        }
    }

    private static byte[] file() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0x4e505756);
        out.writeByte(1);
        out.writeInt(2);
        out.writeShort(2);
        word(out, "the", 0.1f, -40, 20);
        word(out, "bank", 0.8f, 100, -50);
        return bytes.toByteArray();
    }

    private static void word(DataOutputStream out, String word, float weight, int x, int y)
            throws IOException {
        out.writeUTF(word);
        out.writeFloat(weight);
        out.writeFloat(0.01f);
        out.writeByte(x);
        out.writeByte(y);
    }
}
