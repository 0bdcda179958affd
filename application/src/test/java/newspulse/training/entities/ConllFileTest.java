package newspulse.training.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.engine.entities.Kind;
import newspulse.training.entities.LabelledDocument.Gold;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class ConllFileTest {
    @TempDir private Path folder;

    @Test
    void readsSentencesDocumentsAndTheLastColumn() throws IOException {
        Path file =
                write(
                        """
                        -DOCSTART- -X- O O

                        Paris NNP I-NP I-LOC
                        slept VBD I-VP O

                        Ann	B-PER
                        ~	O


                        -DOCSTART-

                        It O
                        """
                                .replace('~', ' '));
        List<ConllFile.Sentence> sentences = ConllFile.read(file);
        assertThat(sentences)
                .extracting(ConllFile.Sentence::startsDocument)
                .containsExactly(true, false, true);
        assertThat(sentences.getFirst().tokens())
                .containsExactly(
                        new ConllFile.Token("Paris", "I-LOC"), new ConllFile.Token("slept", "O"));
        assertThat(sentences.get(1).tokens()).containsExactly(new ConllFile.Token("Ann", "B-PER"));
    }

    @Test
    void saysWhereALineIsWrong() throws IOException {
        for (String bad : List.of("Paris\n", "Paris LOC\n", "Paris X-LOC\n", "Paris B-\n")) {
            Path file = write("a O\n\n" + bad);
            assertThatThrownBy(() -> ConllFile.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ":3: ");
        }
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin1.conll");
        Files.write(file, new byte[] {'a', ' ', 'O', '\n', (byte) 0xe9, ' ', 'O', '\n'});
        assertThatThrownBy(() -> ConllFile.read(file)).hasMessageContaining("must be UTF-8");
    }

    @Test
    void writesASentenceAsPeopleDoAndKeepsItsSpans() throws IOException {
        Path file =
                write(
                        """
                        " O
                        No O
                        , O
                        " O
                        said O
                        Ann B-PER
                        Lee I-PER
                        ( O
                        York B-LOC
                        ) O
                        's O
                        Bob B-PER
                        Cy B-PER
                        . O
                        """);
        SentenceText sentence = SentenceText.of(ConllFile.read(file).getFirst(), true);
        assertThat(sentence.text()).isEqualTo("\"No,\" said Ann Lee (York)'s Bob Cy.");
        assertThat(sentence.spans())
                .containsExactly(
                        new Gold(0, 11, 18, Kind.PERSON),
                        new Gold(0, 20, 24, Kind.LOCATION),
                        new Gold(0, 28, 31, Kind.PERSON),
                        new Gold(0, 32, 34, Kind.PERSON));
    }

    @Test
    void joinsSyllablesAndTakesUnderscoresForSpaces() throws IOException {
        Path file = write("뉴 B-OG\n욕 I-OG\n_ I-OG\n타 I-OG\n는 O\n_ O\n3 B-QT\n");
        SentenceText sentence = SentenceText.of(ConllFile.read(file).getFirst(), false);
        assertThat(sentence.text()).isEqualTo("뉴욕 타는 3");
        assertThat(sentence.spans())
                .containsExactly(
                        new Gold(0, 0, 4, Kind.ORGANIZATION), new Gold(0, 6, 7, Kind.QUANTITY));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.conll"), text);
    }
}
