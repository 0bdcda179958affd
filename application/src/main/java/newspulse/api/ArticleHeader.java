package newspulse.api;

import newspulse.model.Article;
import newspulse.model.Revision;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The little that storing and forwarding an analysed article needs to know of its JSON.
///
/// @param importance 0..1
record ArticleHeader(String id, Revision revision, double importance) {

    /// Reads the header and checks the whole value, so that its bytes can stand inside another
    /// document: one JSON object, well-formed UTF-8, nothing after it.
    ///
    /// @throws UnreadableArticleException when it is anything else
    static ArticleHeader read(byte @Nullable [] json) throws UnreadableArticleException {
        if (json == null || json.length == 0) {
            throw new UnreadableArticleException("empty");
        }
        if (!Utf8.isWellFormed(json)) {
            throw new UnreadableArticleException("not UTF-8");
        }
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            Fields fields = new Fields();
            fields.read(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableArticleException("more than one JSON value");
            }
            return fields.header();
        } catch (JacksonException e) {
            // Its message quotes the document, and a broken limit has no location.
            throw new UnreadableArticleException("malformed JSON: " + e.getClass().getSimpleName());
        }
    }

    private static final class Fields {
        private @Nullable String id;
        private int content;
        private int analysis;
        private double importance = Double.NaN;

        void read(JsonParser parser) throws UnreadableArticleException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableArticleException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "id" -> id = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                    case "content_revision" -> content = integer(parser, value);
                    case "analysis_revision" -> analysis = integer(parser, value);
                    case "analysis" -> readAnalysis(parser, value);
                    default -> parser.skipChildren();
                }
            }
        }

        private void readAnalysis(JsonParser parser, JsonToken first) {
            if (first != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals("importance_score");
                JsonToken value = parser.nextToken();
                if (wanted && value.isNumeric()) {
                    importance = parser.getDoubleValue();
                } else {
                    parser.skipChildren();
                }
            }
        }

        private static int integer(JsonParser parser, JsonToken value) {
            if (value == JsonToken.VALUE_NUMBER_INT) {
                return parser.getIntValue();
            }
            parser.skipChildren();
            return 0;
        }

        ArticleHeader header() throws UnreadableArticleException {
            if (id == null || id.isBlank() || id.length() > Article.MAX_ID || !isUnicode(id)) {
                throw new UnreadableArticleException("no usable id");
            }
            if (content < 1 || analysis < 1) {
                throw new UnreadableArticleException("no usable revision");
            }
            if (!(importance >= 0 && importance <= 1)) {
                throw new UnreadableArticleException("no usable importance_score");
            }
            return new ArticleHeader(id, new Revision(content, analysis), importance);
        }

        /// Whether it has no half of a surrogate pair alone, which no key could tell apart.
        private static boolean isUnicode(String text) {
            return text.codePoints()
                    .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }
}
