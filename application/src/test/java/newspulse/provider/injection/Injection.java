package newspulse.provider.injection;

import newspulse.model.Article;
import newspulse.provider.ProviderFixture;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// An article that tries to give orders to its reader, and what a model writes that obeys.
///
/// The corpus `injections.jsonl` has one a line. `obeys` are the members that the article talks the
/// model into, put in place of those of an honest answer; `writes` is the whole of what it writes
/// instead; `repeats` is the same where it is long: `before`, `times` times `text`, `after`.
record Injection(String kind, Article article, JsonNode line) {
    static List<Injection> corpus() {
        try (InputStream file =
                Injection.class.getResourceAsStream("/newspulse/provider/injections.jsonl")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> of(Json.mapper().readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Injection of(JsonNode line) {
        Article article =
                ProviderFixture.article(
                        Objects.requireNonNull(text(line, "title")),
                        text(line, "description"),
                        text(line, "content"));
        return new Injection(Objects.requireNonNull(text(line, "kind")), article, line);
    }

    /// What the model writes.
    ///
    /// @param honest what it would have written by itself
    String answer(ObjectNode honest) {
        if (line.has("writes")) {
            return line.path("writes").stringValue();
        }
        JsonNode repeats = line.path("repeats");
        if (repeats.isObject()) {
            return repeats.path("before").stringValue()
                    + repeats.path("text").stringValue().repeat(repeats.path("times").asInt())
                    + repeats.path("after").stringValue();
        }
        return honest.setAll((ObjectNode) line.path("obeys")).toString();
    }

    boolean tellsOf(String member) {
        return line.path("obeys").has(member);
    }

    /// What it was talked into saying of one part.
    JsonNode of(String member) {
        return line.path("obeys").path(member);
    }

    @Override
    public String toString() {
        return kind + ": " + line;
    }

    private static @Nullable String text(JsonNode line, String name) {
        return line.path(name).stringValue(null);
    }
}
