package newspulse.intake;

import newspulse.model.Ingest;
import newspulse.wire.ArticleJson;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

/// An article as somebody sent it, before any rule was applied: each text as it came, or null where
/// there was none. See [Validator] for what becomes of it.
public record ArticleDraft(
        @Nullable String id,
        @Nullable String sourceId,
        @Nullable String sourceName,
        @Nullable String title,
        @Nullable String description,
        @Nullable String content,
        @Nullable String author,
        @Nullable String url,
        @Nullable String urlToImage,
        @Nullable String publishedAt,
        @Nullable String category,
        boolean sample,
        Ingest ingest) {

    /// A draft that nothing was done to.
    public ArticleDraft(
            @Nullable String id,
            @Nullable String sourceId,
            @Nullable String sourceName,
            @Nullable String title,
            @Nullable String description,
            @Nullable String content,
            @Nullable String author,
            @Nullable String url,
            @Nullable String urlToImage,
            @Nullable String publishedAt,
            @Nullable String category,
            boolean sample) {
        this(
                id,
                sourceId,
                sourceName,
                title,
                description,
                content,
                author,
                url,
                urlToImage,
                publishedAt,
                category,
                sample,
                Ingest.NOTHING);
    }

    /// The draft as RawNewsArticle JSON under the id given, every text as it was sent.
    public byte[] toJson(@Nullable String underId) {
        return Json.write(json -> {
            json.writeStartObject();
            text(json, "id", underId);
            json.writeName("source");
            json.writeStartObject();
            text(json, "id", sourceId);
            text(json, "name", sourceName);
            json.writeEndObject();
            text(json, "title", title);
            text(json, "description", description);
            text(json, "content", content);
            text(json, "author", author);
            text(json, "url", url);
            text(json, "urlToImage", urlToImage);
            text(json, "publishedAt", publishedAt);
            text(json, "category", category);
            if (sample) {
                json.writeBooleanProperty("sample", true);
            }
            ArticleJson.ingest(json, ingest);
            json.writeEndObject();
        });
    }

    /// UTF-8 has no place for half characters, so they are replaced before they are written.
    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, Normalizer.paired(value));
        }
    }
}
