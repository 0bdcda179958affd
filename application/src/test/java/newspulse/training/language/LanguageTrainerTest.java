package newspulse.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.language.LanguageIdentifier;
import newspulse.engine.language.LanguageModel;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.training.Score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class LanguageTrainerTest {
    private static final List<String> ENGLISH =
            List.of("the house is old", "she said that it was good", "they will go with him now");
    private static final List<String> GERMAN =
            List.of("das Haus ist alt", "sie sagte es sei gut", "wir gehen nicht mit ihm");
    private static final List<String> RUSSIAN = List.of("дом очень старый", "она это сказала");
    private static final List<String> BULGARIAN = List.of("къщата е много стара", "тя каза това");

    private final LanguageTrainer trainer = new LanguageTrainer(java.time.LocalDate.EPOCH);

    @TempDir private Path folder;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        assertThat(train("a", 1)).isEqualTo(train("b", 1)).isNotEqualTo(train("c", 2));
        assertThat(folder.resolve("a/language.card.md")).content().contains("Known limits");
    }

    @Test
    void tellsWhatItWasTaughtApart() throws IOException {
        var languages = new LanguageIdentifier(LanguageModel.read(train("a", 1)));
        assertThat(code(languages, "she said the house is good")).isEqualTo("en");
        assertThat(code(languages, "das ist nicht gut")).isEqualTo("de");
        assertThat(code(languages, "она очень")).isEqualTo("ru");
        assertThat(code(languages, "тя е много")).isEqualTo("bg");
        assertThat(code(languages, "한국어")).isEqualTo("ko");
    }

    @Test
    void measuresOnSentencesThatWereKeptBack() throws IOException {
        train("models", 1);
        List<Score> scores =
                new LanguageEvaluation()
                        .measure(
                                new ModelFiles("test", folder.resolve("models")),
                                folder,
                                (what, done, total) -> {});
        assertThat(scores).isNotEmpty();
        assertThat(scores.getFirst().items()).isEqualTo(32);
        assertThat(scores.getFirst().value()).isGreaterThan(0.9);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(
                        () -> trainer.train(List.of(empty), 1, folder, (what, done, total) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ko.txt");
    }

    private byte[] train(String name, long seed) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("language/sentences"));
        write(texts.resolve("en.txt"), ENGLISH);
        write(texts.resolve("de.txt"), GERMAN);
        write(texts.resolve("ru.txt"), RUSSIAN);
        write(texts.resolve("bg.txt"), BULGARIAN);
        Path news = Files.writeString(folder.resolve("news.tsv"), "x\tStocks fall as rates rise\n");
        Path models = folder.resolve(name);
        trainer.train(List.of(texts, news), seed, models, (what, done, total) -> {});
        return Files.readAllBytes(models.resolve(trainer.file()));
    }

    private static void write(Path file, List<String> sentences) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(sentences.get(i % sentences.size()));
        }
        Files.write(file, lines);
    }

    private static String code(LanguageIdentifier languages, String text) {
        return languages.identify(new Document(Tokenizer.tokenize(text), List.of())).code();
    }
}
