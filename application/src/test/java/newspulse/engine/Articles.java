package newspulse.engine;

import newspulse.model.Article;
import newspulse.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Articles, documents and an engine to test with.
final class Articles {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private Articles() {}

    static LocalEngine engine() {
        return new LocalEngine(InstantSource.fixed(NOW), () -> 0, Optional.empty());
    }

    static Article titled(String title) {
        return article(title, null, null);
    }

    static Article article(String title, @Nullable String description, @Nullable String content) {
        return new Article(
                "id",
                new Source(null, "Source"),
                title,
                description,
                content,
                null,
                "https://example.com/1",
                null,
                NOW,
                null,
                false);
    }

    static Document document(String title, String... body) {
        return new Document(
                Tokenizer.tokenize(title),
                List.of(body).stream().map(Tokenizer::tokenize).toList());
    }
}
