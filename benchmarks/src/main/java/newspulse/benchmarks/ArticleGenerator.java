package newspulse.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Articles of about 1.3 KB of JSON in our own words, every one different, one in ten Korean.
final class ArticleGenerator {
    private static final int KOREAN_ONE_IN = 10;

    private final Grammar english;
    private final Grammar korean;
    private final RandomGenerator random;
    private final Instant newest;

    /// Takes what decides the texts.
    ///
    /// @param seed the same articles for the same seed
    /// @param newest when the first of them was published; each next one a second earlier
    ArticleGenerator(long seed, Instant newest) throws IOException {
        english = Grammar.named("english.txt");
        korean = Grammar.named("korean.txt");
        random = new Random(seed);
        this.newest = newest;
    }

    /// The next article, as one line of JSON.
    String next(String id, int number) {
        Grammar grammar = random.nextInt(KOREAN_ONE_IN) == 0 ? korean : english;
        String category = grammar.text("category", random);
        return """
        {"id":"%s","source":{"id":"sample-wire-%d","name":"Sample Wire %d"},\
        "author":"%s","title":"%s","description":"%s","content":"%s\u2026 [+%d chars]",\
        "url":"https://wire%d.example.com/%s/2026/%s.html",\
        "urlToImage":"https://images.example.com/2026/%s-1200x630.jpg",\
        "publishedAt":"%s","category":"%s","sample":true}\
        """
                .formatted(
                        id,
                        number % 40,
                        number % 40,
                        english.text("persona", random),
                        quoted(grammar.text("title", random)),
                        quoted(grammar.text("description", random)),
                        quoted(grammar.text("content", random)),
                        random.nextInt(200, 9_000),
                        number % 40,
                        category,
                        id,
                        id,
                        newest.minusSeconds(number),
                        category);
    }

    /// Writes a file of articles, one a line.
    void write(Path file, int articles) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < articles; i++) {
                out.write(next("bench-" + i, i));
                out.write('\n');
            }
        }
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
