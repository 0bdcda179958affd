package newspulse.intake;

import newspulse.model.Fault;
import newspulse.model.Ingest;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/// Reads one RawNewsArticle object token by token. A value of the wrong type is a fault of its
/// field, not the end of the reading; fields that nobody knows are passed over.
final class DraftReader {
    private final JsonParser parser;
    private final List<Fault> faults = new ArrayList<>(0);

    private @Nullable String id;
    private @Nullable String sourceId;
    private @Nullable String sourceName;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable String content;
    private @Nullable String author;
    private @Nullable String url;
    private @Nullable String urlToImage;
    private @Nullable String publishedAt;
    private @Nullable String category;
    private boolean sample;
    private final List<String> repairs = new ArrayList<>(0);
    private boolean sourceSeen;

    /// The parser stands at the object's start, and after [#read] at its end.
    DraftReader(JsonParser parser) {
        this.parser = parser;
    }

    ArticleDraft read() {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> id = text(field);
                case "source" -> source();
                case "title" -> title = text(field);
                case "description" -> description = text(field);
                case "content" -> content = text(field);
                case "author" -> author = text(field);
                case "url" -> url = text(field);
                case "urlToImage" -> urlToImage = text(field);
                case "publishedAt" -> publishedAt = text(field);
                case "category" -> category = text(field);
                case "ingest" -> ingest();
                case "sample" -> sample = flag(field);
                default -> parser.skipChildren();
            }
        }
        if (!sourceSeen) {
            faults.add(new Fault("source", "is required"));
        }
        return new ArticleDraft(
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
                repairs.isEmpty() ? Ingest.NOTHING : new Ingest(repairs));
    }

    List<Fault> faults() {
        return faults;
    }

    private void source() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        sourceSeen = true;
        if (token != JsonToken.START_OBJECT) {
            wrongType("source", "must be an object with a name");
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> sourceId = text("source.id");
                case "name" -> sourceName = text("source.name");
                default -> parser.skipChildren();
            }
        }
    }

    /// What a producer says it has mended. Nothing in it is worth losing an article for: what is no
    /// code is passed over.
    private void ingest() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isList = parser.currentName().equals("repairs");
            if (parser.nextToken() != JsonToken.START_ARRAY || !isList) {
                parser.skipChildren();
                continue;
            }
            repairs.clear();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                boolean isText = parser.currentToken() == JsonToken.VALUE_STRING;
                if (isText
                        && repairs.size() < Ingest.MAX_REPAIRS
                        && Ingest.isCode(parser.getString())) {
                    repairs.add(parser.getString());
                }
                parser.skipChildren();
            }
        }
    }

    private @Nullable String text(String path) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            case null, default -> {
                wrongType(path, "must be text");
                yield null;
            }
        };
    }

    private boolean flag(String path) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            case null, default -> {
                wrongType(path, "must be true or false");
                yield false;
            }
        };
    }

    private void wrongType(String path, String message) {
        String rejected =
                switch (parser.currentToken()) {
                    case START_OBJECT -> "{…}";
                    case START_ARRAY -> "[…]";
                    case null, default -> parser.getString();
                };
        faults.add(new Fault(path, message, rejected));
        parser.skipChildren();
    }
}
