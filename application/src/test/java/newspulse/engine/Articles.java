package newspulse.engine;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.model.Article;
import newspulse.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Articles, documents and an engine to test with.
public final class Articles {
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private Articles() {}

    public static final LocalModels MODELS = LocalModels.read(Optional.empty());

    public static LocalEngine engine() {
        return new LocalEngine(MODELS, InstantSource.fixed(NOW), () -> 0, Optional.empty());
    }

    public static Article titled(String title) {
        return article(title, null, null);
    }

    public static Article article(
            String title, @Nullable String description, @Nullable String content) {
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

    public static Document document(String title, String... body) {
        return new Document(
                Tokenizer.tokenize(title),
                List.of(body).stream().map(Tokenizer::tokenize).toList());
    }
}
