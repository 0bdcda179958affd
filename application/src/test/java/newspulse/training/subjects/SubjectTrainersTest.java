package newspulse.training.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.text.Document;
import newspulse.model.Subject;
import newspulse.training.Trainer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

final class SubjectTrainersTest {
    @TempDir Path folder;

    private Path repeated(String name, String... lines) throws IOException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            for (String line : lines) {
                all.add(line + " " + (char) ('a' + i));
            }
        }
        return Files.write(folder.resolve(name), all);
    }

    private SubjectModel train(Trainer trainer, List<Path> texts, String into) throws IOException {
        trainer.train(texts, 7, folder.resolve(into), (what, done, total) -> {});
        return SubjectModel.read(Files.readAllBytes(folder.resolve(into).resolve(trainer.file())));
    }

    private static Subject likeliest(SubjectModel model, String title, Grams grams) {
        Document document = SubjectText.document(title, "");
        return model.all(document, Features.of(document, grams)).entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    @Test
    void theSameEnglishTextsGiveTheSameFileThatKnowsThem() throws IOException {
        List<Path> texts =
                List.of(
                        repeated(
                                "sections.tsv",
                                "SPORTS\tZorbix beats Quandle — The zorbix was better",
                                "BUSINESS\tFlimflam shares of Gronk rise"),
                        repeated("others.tsv", "news\tA house is a house", "news\tMany a tree"));
        var trainer = new EnglishSubjectTrainer();
        SubjectModel one = train(trainer, texts, "one");
        train(trainer, texts, "two");
        assertThat(folder.resolve("one/en/subjects.model"))
                .hasSameBinaryContentAs(folder.resolve("two/en/subjects.model"));
        assertThat(folder.resolve("one/en/subjects.card.md"))
                .content()
                .contains("Known limits")
                .isEqualTo(Files.readString(folder.resolve("two/en/subjects.card.md")));
        assertThat(likeliest(one, "Zorbix beats Quandle", Grams.LETTERS)).isEqualTo(Subject.SPORT);
        assertThat(likeliest(one, "Flimflam shares of Gronk", Grams.LETTERS))
                .isEqualTo(Subject.BUSINESS);
        assertThat(likeliest(one, "Tumours in patients", Grams.LETTERS)).isEqualTo(Subject.HEALTH);
    }

    @Test
    void theSameKoreanTextsGiveTheSameFileThatKnowsThem() throws IOException {
        List<Path> texts = List.of(repeated("ko.tsv", "스포츠\t조르빅스 콴들 꺾어", "경제\t플림플람 그론크 올라"));
        var trainer = new KoreanSubjectTrainer();
        SubjectModel one = train(trainer, texts, "one");
        train(trainer, texts, "two");
        assertThat(folder.resolve("one/ko/subjects.model"))
                .hasSameBinaryContentAs(folder.resolve("two/ko/subjects.model"));
        assertThat(likeliest(one, "조르빅스가 콴들을", Grams.SYLLABLES)).isEqualTo(Subject.SPORT);
        assertThat(likeliest(one, "플림플람과 그론크는", Grams.SYLLABLES)).isEqualTo(Subject.BUSINESS);
    }

    @Test
    void aUsersOwnLabelsAreThoseOfTheWire() throws IOException {
        Path own =
                repeated(
                        "own.tsv",
                        "science-technology\tWugtronics",
                        "culture-entertainment\tA blick");
        SubjectModel model = train(new EnglishSubjectTrainer(), List.of(own), "own");
        assertThat(likeliest(model, "Wugtronics", Grams.LETTERS))
                .isEqualTo(Subject.SCIENCE_TECHNOLOGY);
    }

    @Test
    void aTextIsSplitAtTheDashThatSetsOffItsDescription() {
        Document document = SubjectText.document("A headline — What it is about");
        assertThat(document.title().text).isEqualTo("A headline");
        assertThat(document.body()).hasSize(1);
    }

    @Test
    void sectionsOfAnythingHaveNoSubject() {
        assertThat(Sections.subject("WEIRD NEWS")).isEmpty();
        assertThat(Sections.subject("GREEN")).contains(Subject.ENVIRONMENT);
        assertThat(Sections.isVague("COMEDY")).isTrue();
        assertThat(Sections.isVague("SPORTS")).isFalse();
    }
}
