package newspulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ArticleGeneratorTest {
    private static final Instant NEWEST = Instant.parse("2026-02-02T10:00:00Z");
    private static final Pattern TITLE = Pattern.compile("\"title\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int ARTICLES = 2_000;

    @TempDir private Path directory;

    @Test
    void theSameSeedGivesTheSameArticles() throws IOException {
        assertThat(lines(1)).isEqualTo(lines(1)).isNotEqualTo(lines(2));
    }

    @Test
    void articlesAreAsLongAsRealOnes() throws IOException {
        double bytes =
                lines(1).stream()
                        .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length)
                        .average()
                        .orElse(0);

        assertThat(bytes).isBetween(1_200.0, 1_450.0);
    }

    @Test
    void noTwoTextsAreAlikeAndEveryTitleIsLongEnough() throws IOException {
        var contents = new HashSet<String>();
        for (String line : lines(1)) {
            contents.add(line.substring(line.indexOf("\"description\""), line.indexOf("\"url\"")));
            Matcher title = TITLE.matcher(line);
            assertThat(title.find()).isTrue();
            assertThat(title.group(1).length()).isBetween(10, 500);
        }

        assertThat(contents).hasSize(ARTICLES);
    }

    @Test
    void nothingOfTheGrammarIsLeft() throws IOException {
        assertThat(lines(1))
                .allSatisfy(line -> assertThat(line.substring(1)).doesNotContain("{#", " | "));
    }

    private List<String> lines(long seed) throws IOException {
        Path file = directory.resolve("articles.ndjson");
        new ArticleGenerator(seed, NEWEST).write(file, ARTICLES);
        return Files.readAllLines(file);
    }
}
