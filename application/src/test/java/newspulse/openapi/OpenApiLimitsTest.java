package newspulse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.FailureCode;
import newspulse.model.Fault;
import newspulse.model.Sentiment;
import newspulse.model.Source;
import newspulse.model.Subject;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The document says the same as the model.
class OpenApiLimitsTest {
    private final JsonNode schemas =
            OpenApiDocument.load().root().path("components").path("schemas");

    @Test
    void namesAreThoseOfTheModel() {
        assertThat(names(schemas.path("FailureCode")))
                .isEqualTo(labels(FailureCode.values(), FailureCode::label));
        assertThat(names(schemas.path("Topic")))
                .isEqualTo(labels(Subject.values(), Subject::label));
        assertThat(names(property("AnalysisResult", "sentiment")))
                .isEqualTo(labels(Sentiment.values(), Sentiment::label));
        assertThat(names(property("Mention", "field")))
                .isEqualTo(labels(Entity.Field.values(), Entity.Field::label));
    }

    @Test
    void whatMayBeSentIsWhatTheModelTakes() {
        assertThat(longest("RawNewsArticle", "id")).isEqualTo(Article.MAX_ID);
        assertThat(property("RawNewsArticle", "title").path("minLength").asInt())
                .isEqualTo(Article.MIN_TITLE);
        assertThat(longest("RawNewsArticle", "title")).isEqualTo(Article.MAX_TITLE);
        assertThat(longest("RawNewsArticle", "description")).isEqualTo(Article.MAX_DESCRIPTION);
        assertThat(longest("RawNewsArticle", "content")).isEqualTo(Article.MAX_CONTENT);
        assertThat(longest("RawNewsArticle", "author")).isEqualTo(Article.MAX_AUTHOR);
        assertThat(longest("RawNewsArticle", "category")).isEqualTo(Article.MAX_CATEGORY);
        assertThat(longest("RawSource", "id")).isEqualTo(Source.MAX_NAME);
        assertThat(longest("RawSource", "name")).isEqualTo(Source.MAX_NAME);
        assertThat(schemas.path("WebAddress").path("maxLength").asInt()).isEqualTo(Article.MAX_URL);
    }

    @Test
    void whatIsAnsweredIsAsLongAsNormalisingCanMakeIt() {
        int growth = Article.MAX_GROWTH;
        assertThat(longest("AnalyzedNewsArticle", "id")).isEqualTo(Article.MAX_ID);
        assertThat(longest("AnalyzedNewsArticle", "title")).isEqualTo(growth * Article.MAX_TITLE);
        assertThat(longest("AnalyzedNewsArticle", "description"))
                .isEqualTo(growth * Article.MAX_DESCRIPTION);
        assertThat(longest("AnalyzedNewsArticle", "content"))
                .isEqualTo(growth * Article.MAX_CONTENT);
        assertThat(longest("AnalyzedNewsArticle", "author")).isEqualTo(growth * Article.MAX_AUTHOR);
        assertThat(longest("AnalyzedNewsArticle", "category"))
                .isEqualTo(growth * Article.MAX_CATEGORY);
        assertThat(longest("Source", "id")).isEqualTo(growth * Source.MAX_NAME);
        assertThat(longest("Source", "name")).isEqualTo(Source.MAX_NAME);
    }

    @Test
    void countsAreThoseOfTheModel() {
        assertThat(property("AnalysisResult", "keywords").path("maxItems").asInt())
                .isEqualTo(Analysis.MAX_KEYWORDS);
        assertThat(property("AnalysisResult", "language").path("pattern").asString())
                .contains(Analysis.UNDETERMINED);
        assertThat(property("Entity", "mentions").path("maxItems").asInt())
                .isEqualTo(Entity.MAX_MENTIONS);
        assertThat(longest("FieldError", "rejected")).isEqualTo(Fault.MAX_REJECTED);
    }

    private JsonNode property(String schema, String name) {
        return schemas.path(schema).path("properties").path(name);
    }

    private int longest(String schema, String property) {
        return property(schema, property).path("maxLength").asInt(-1);
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    private static <T> List<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).toList();
    }
}
