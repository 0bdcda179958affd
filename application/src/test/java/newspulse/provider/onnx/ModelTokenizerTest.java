package newspulse.provider.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class ModelTokenizerTest {
    @TempDir private Path directory = Path.of(".");

    @BeforeAll
    static void unpack() {
        NativeLibraries.prepare(Path.of("target", "onnx-native"), null);
    }

    private List<String> pieces(String tokenizer, String text) {
        TestModels.put(directory, "tokenizer.json", tokenizer);
        try (ModelTokenizer read = ModelTokenizer.read(directory.resolve("tokenizer.json"))) {
            Tokens tokens = read.encode(text);
            assertThat(tokens.before()).isEqualTo(1);
            assertThat(tokens.after()).isEqualTo(1);
            List<String> pieces = new ArrayList<>();
            for (int i = 1; i <= tokens.body(); i++) {
                String piece = text.substring(tokens.starts()[i], tokens.ends()[i]);
                pieces.add(tokens.words()[i] + piece);
            }
            return pieces;
        }
    }

    @Test
    void wordPiecesStandWhereTheyStandInTheText() {
        assertThat(pieces(TestTokenizers.wordPiece(), "\uD83D\uDE80 Lovelace, Paris"))
                .containsExactly("0\uD83D\uDE80", "1Love", "1lace", "2,", "3Paris");
    }

    @Test
    void bytesOfACharacterStandWhereItStands() {
        assertThat(pieces(TestTokenizers.byteLevelBpe(), "Ada\uD83D\uDE80é"))
                .startsWith("0Ad", "0a")
                .contains("1\uD83D\uDE80")
                .endsWith("2é", "2é");
    }

    @Test
    void halfAPairOfSurrogatesMovesNothing() {
        assertThat(pieces(TestTokenizers.wordPiece(), "a\uD83D Paris")).endsWith("1Paris");
    }

    @Test
    void windowsAnswerForEachTokenOnce() {
        for (int tokens = 0; tokens < 700; tokens += 7) {
            int next = 0;
            for (Window window : Window.over(tokens, 62, 100)) {
                assertThat(window.ownFrom()).isEqualTo(next).isGreaterThanOrEqualTo(window.from());
                assertThat(window.ownTo()).isLessThanOrEqualTo(window.to());
                assertThat(window.to() - window.from()).isLessThanOrEqualTo(62);
                next = window.ownTo();
            }
            assertThat(next).isEqualTo(tokens);
        }
        assertThat(Window.over(1_000, 62, 2)).hasSize(2);
    }
}
