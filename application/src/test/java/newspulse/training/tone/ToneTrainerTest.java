package newspulse.training.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.text.Document;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.KoreanTone;
import newspulse.engine.tone.ToneModel;
import newspulse.model.Sentiment;
import newspulse.training.Progress;
import newspulse.training.Trainer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

final class ToneTrainerTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 2);
    private static final Progress SILENT = (what, done, total) -> {};
    private static final List<String> ENGLISH =
            List.of(
                    "positive\tThe %s garden blooms gladly",
                    "negative\tThe %s garden withers sadly",
                    "neutral\tThe %s garden opens at nine");
    private static final List<String> KOREAN = List.of("1\t%s 영화 꿀맛 그 자체", "0\t%s 영화 하품 그 자체");
    private static final List<String> NAMES =
            List.of("old", "new", "red", "north", "royal", "small", "city", "rose", "east", "zen");

    @TempDir private Path folder;

    @Test
    void learnsEnglishAndWritesTheSameBytesTwice() throws IOException {
        Trainer trainer = new EnglishToneTrainer(files(null), DATE);
        byte[] one = train(trainer, texts(ENGLISH), "one");
        byte[] two = train(trainer, texts(ENGLISH), "two");
        assertThat(one).isEqualTo(two);
        ToneModel model = EnglishTone.load(files(folder.resolve("one")));
        assertThat(label(model, "The wild garden blooms gladly", Grams.LETTERS))
                .isEqualTo(Sentiment.POSITIVE);
        assertThat(label(model, "The wild garden withers sadly", Grams.LETTERS))
                .isEqualTo(Sentiment.NEGATIVE);
    }

    @Test
    void learnsKoreanAndWritesTheSameBytesTwice() throws IOException {
        Trainer trainer = new KoreanToneTrainer(files(null), DATE);
        byte[] one = train(trainer, texts(KOREAN), "one");
        byte[] two = train(trainer, texts(KOREAN), "two");
        assertThat(one).isEqualTo(two);
        ToneModel model = KoreanTone.load(files(folder.resolve("one")));
        assertThat(label(model, "이 영화 꿀맛 그 자체", Grams.SYLLABLES)).isEqualTo(Sentiment.POSITIVE);
        assertThat(label(model, "이 영화 하품 그 자체", Grams.SYLLABLES)).isEqualTo(Sentiment.NEGATIVE);
    }

    @Test
    void writesACardBesideTheModel() throws IOException {
        train(new EnglishToneTrainer(files(null), DATE), texts(ENGLISH), "one");
        assertThat(Files.readString(folder.resolve("one/en/tone.card.md")))
                .contains("2026-01-02", "seed 7", "own.tsv", "tenth held out");
    }

    @Test
    void refusesLabelsThatItDoesNotKnow() throws IOException {
        Path texts = Files.writeString(folder.resolve("own.tsv"), "cheerful\tA fine day\n");
        assertThatThrownBy(() -> train(new EnglishToneTrainer(files(null), DATE), texts, "one"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cheerful");
    }

    private byte[] train(Trainer trainer, Path texts, String into) throws IOException {
        Path models = folder.resolve(into);
        trainer.train(List.of(texts), 7, models, SILENT);
        return Files.readAllBytes(models.resolve(trainer.file()));
    }

    private Path texts(List<String> patterns) throws IOException {
        var lines = new StringBuilder();
        for (String first : NAMES) {
            for (String second : NAMES) {
                for (String pattern : patterns) {
                    lines.append(pattern.formatted(first + " " + second)).append('\n');
                }
            }
        }
        return Files.writeString(folder.resolve("own.tsv"), lines);
    }

    private static ModelFiles files(@Nullable Path own) {
        return new ModelFiles("test", own);
    }

    private static Sentiment label(ToneModel model, String title, Grams grams) {
        Document document = Articles.document(title);
        return model.of(document, Features.of(document, grams)).label();
    }
}
