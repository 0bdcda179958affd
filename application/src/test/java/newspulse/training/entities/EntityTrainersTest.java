package newspulse.training.entities;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.SharedData;
import newspulse.engine.entities.EnglishSequences;
import newspulse.engine.entities.Gazetteer;
import newspulse.engine.entities.KoreanSequences;
import newspulse.engine.entities.SequenceModel;
import newspulse.engine.entities.SequenceTagger;
import newspulse.engine.entities.Sequences;
import newspulse.engine.entities.Span;
import newspulse.engine.entities.WordFacts;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.training.Score;
import newspulse.training.Trainer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

final class EntityTrainersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);
    private static final long SEED = 7;

    @TempDir private Path folder;

    @Test
    void theSameEnglishDataAndSeedGiveTheSameBytesAndAnAnswer() throws IOException {
        Path data =
                repeated(
                        "Zorblat B-PER\nQuix I-PER\nmet O\nMiggle B-ORG\nin O\nFroob B-LOC\n. O\n");
        Trainer trainer = new EnglishEntityTrainer(TODAY);
        byte[] model = trained(trainer, data);
        Sequences words = new EnglishSequences(new Gazetteer(List.of()), none());
        assertThat(tagged(words, model, "Zorblat Quix met Miggle in Froob."))
                .containsExactly("Zorblat Quix PERSON", "Miggle ORGANIZATION", "Froob LOCATION");
    }

    @Test
    void theSameKoreanDataAndSeedGiveTheSameBytesAndAnAnswer() throws IOException {
        Path data = repeated("쿠 B-PS\n벡 I-PS\n은 O\n_ O\n하 B-LC\n즈 I-LC\n에 O\n_ O\n갔 O\n다 O\n");
        byte[] model = trained(new KoreanEntityTrainer(TODAY), data);
        assertThat(tagged(new KoreanSequences(List.of(), none()), model, "쿠벡은 하즈에 갔다"))
                .containsExactly("쿠벡 PERSON", "하즈 LOCATION");
    }

    @Test
    void wordFactsTellHowWordsAreWritten() throws IOException {
        Path data =
                Files.writeString(
                        folder.resolve("raw.tsv"),
                        "x\tthe river is near to Paris today\n".repeat(4));
        Trainer trainer = new EnglishWordsTrainer(TODAY);
        assertThat(trained(trainer, data)).hasSizeGreaterThan(9);
    }

    @Test
    void koreanWordFactsAreTheSameEachTime() throws IOException {
        Path data = Files.writeString(folder.resolve("raw.tsv"), "x\t서울에 갔다\n".repeat(9));
        assertThat(trained(new KoreanWordsTrainer(TODAY), data)).hasSizeGreaterThan(9);
    }

    @Test
    void theShippedModelsReachTheFloorsOnWhatTheyHaveNotSeen() throws IOException {
        Path data = SharedData.require("entities").resolveSibling("");
        List<Score> scores =
                new EntityEvaluation()
                        .measure(new ModelFiles("test", null), data, (what, done, total) -> {});
        assertThat(value(scores, "CoNLL-2003 testa", "PER/LOC/ORG")).isGreaterThan(0.62);
        assertThat(value(scores, "KLUE-NER dev", "all six kinds")).isGreaterThan(0.74);
    }

    private static double value(List<Score> scores, String dataSet, String metric) {
        return scores.stream()
                .filter(score -> score.dataSet().equals(dataSet))
                .filter(score -> score.metric().endsWith(metric))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Path repeated(String sentence) throws IOException {
        return Files.writeString(folder.resolve("data.conll"), (sentence + "\n").repeat(40));
    }

    private byte[] trained(Trainer trainer, Path data) throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        trainer.train(List.of(data), SEED, one, (what, done, total) -> {});
        trainer.train(List.of(data), SEED, two, (what, done, total) -> {});
        byte[] bytes = Files.readAllBytes(one.resolve(trainer.file()));
        assertThat(Files.readAllBytes(two.resolve(trainer.file()))).isEqualTo(bytes);
        String card = trainer.file().replace(".model", ".card.md").replace(".words", ".card.md");
        assertThat(one.resolve(card)).content().contains("Known limits");
        return bytes;
    }

    private static WordFacts none() {
        return WordFacts.read("none", WordFacts.bytes(new TreeMap<>()));
    }

    private static List<String> tagged(Sequences sequences, byte[] model, String text) {
        SequenceTagger tagger =
                new SequenceTagger(sequences, SequenceModel.read("the model", model));
        Document document = new Document(Tokenizer.tokenize(text), List.of());
        return tagger.tag(document).stream().map(span -> named(text, span)).toList();
    }

    private static String named(String text, Span span) {
        return text.substring(span.start(), span.end()) + " " + span.kind();
    }
}
