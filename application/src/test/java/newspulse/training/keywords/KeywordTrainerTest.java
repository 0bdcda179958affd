package newspulse.training.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.keywords.Keywords;
import newspulse.engine.keywords.WordStatistics;
import newspulse.training.Score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

final class KeywordTrainerTest {
    private final KeywordTrainer trainer = new KeywordTrainer(java.time.LocalDate.EPOCH);

    @TempDir private Path folder;

    @Test
    void writesTheSameBytesFromTheSameTexts() throws IOException {
        assertThat(train("a")).isEqualTo(train("b"));
        assertThat(folder.resolve("a/en/words.card.md")).content().contains("Known limits");
    }

    @Test
    void isReadByTheKeywordsOfTheEngine() throws IOException {
        train("models");
        var keywords = new Keywords(new ModelFiles("test", folder.resolve("models")));
        assertThat(keywords.of(Articles.document("Floods reach Porto"), "en")).contains("floods");
    }

    @Test
    void refusesADamagedTable() throws IOException {
        byte[] file = train("a");
        for (int size : new int[] {0, 4, 11, file.length - 1}) {
            byte[] part = Arrays.copyOf(file, size);
            assertThatThrownBy(() -> WordStatistics.read(part))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "caresses,caress",
        "ponies,poni",
        "cats,cat",
        "agreed,agre",
        "plastered,plaster",
        "motoring,motor",
        "sing,sing",
        "conflated,conflat",
        "hopping,hop",
        "filing,file",
        "happy,happi",
        "relational,relat",
        "conditional,condit",
        "digitizer,digit",
        "hopefulness,hope",
        "triplicate,triplic",
        "adoption,adopt",
        "probate,probat",
        "controlling,control",
        "generalizations,gener",
        "oscillators,oscil",
        "5g,5g"
    })
    void stemsAsPorterDoes(String word, String stem) {
        assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
    }

    @Test
    void measuresKeywordsByTheirStems() throws IOException {
        Path set = folder.resolve("keyphrases/Inspec");
        Files.createDirectories(set.resolve("keys"));
        Files.createDirectories(set.resolve("docsutf8"));
        Files.writeString(set.resolve("docsutf8/1.txt"), "Coral reefs\nThe coral reefs of Fiji.");
        Files.writeString(set.resolve("keys/1.key"), "coral reef\nFiji\nmarine biology\n");
        List<Score> scores =
                new KeywordEvaluation()
                        .measure(new ModelFiles("test", null), folder, (what, done, total) -> {});
        assertThat(scores).extracting(Score::metric).containsExactly("F1@10", "F1@10, pooled");
        assertThat(scores.getFirst().value()).isEqualTo(0.8);
    }

    private byte[] train(String name) throws IOException {
        Path texts =
                Files.writeString(
                        folder.resolve("news.tsv"),
                        "a\tThe floods will reach the town\nb\tFloods in the town\nc\tA quiet day\n");
        Path models = folder.resolve(name);
        trainer.train(List.of(texts), 1, models, (what, done, total) -> {});
        return Files.readAllBytes(models.resolve(trainer.file()));
    }
}
