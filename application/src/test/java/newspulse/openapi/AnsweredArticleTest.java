package newspulse.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Explanation;
import newspulse.model.Provenance;
import newspulse.model.Revision;
import newspulse.model.Sentiment;
import newspulse.model.Source;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.wire.ArticleJson;
import newspulse.wire.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What is written as an article is as the document has it, and what strays from it is caught.
class AnsweredArticleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void aFilledArticleIsAsTheDocumentHasIt() {
        requireAnswer(ArticleJson.bytes(filled()));
    }

    @Test
    void anExplainedArticleIsAsTheDocumentHasIt() {
        var span = new Explanation.Span(Entity.Field.TITLE, 0, 3, -0.25);
        var reason =
                new Explanation.Reason("sentiment", "positive", "By its words.", List.of(span));
        requireAnswer(ArticleJson.bytes(filled(), new Explanation(List.of(reason))));
        requireAnswer(ArticleJson.bytes(minimal(), Explanation.NONE));
    }

    @Test
    void aMinimalArticleIsAsTheDocumentHasIt() {
        requireAnswer(ArticleJson.bytes(minimal()));
    }

    @Test
    void anArticleIsAsTheDocumentHasItWhereverItStands() {
        String article = new String(ArticleJson.bytes(filled()), StandardCharsets.UTF_8);
        requireNews("GET", "/news/recent", "{\"count\":1,\"news\":[" + article + "]}");
        requireNews("GET", "/news/top", "{\"count\":0,\"news\":[]}");
        requireNews("POST", "/inference/batch", "[" + article + "," + article + "]");
        document.requireValid(
                "LiveMessage", utf8("{\"type\":\"new_analysis\",\"data\":" + article + "}"));
        document.requireValid(
                "LiveMessage", utf8("{\"type\":\"initial_data\",\"data\":[" + article + "]}"));
    }

    @Test
    void catchesAFieldThatIsNew() {
        requireCaught(article -> article.put("mood", "good"), "mood");
        requireCaught(article -> analysis(article).put("mood", "good"), "mood");
        requireCaught(article -> ((ObjectNode) article.path("source")).put("url", "x"), "url");
    }

    @Test
    void catchesAFieldThatIsMissing() {
        requireCaught(article -> article.remove("story_id"), "story_id");
        requireCaught(article -> analysis(article).remove("language"), "language");
    }

    @Test
    void catchesAValueOfAnotherForm() {
        requireCaught(article -> article.put("publishedAt", "2026-03-01T12:00:00"), "publishedAt");
        requireCaught(article -> article.put("ingested_at", "2026-02-31T12:00:00Z"), "ingested_at");
        requireCaught(article -> article.put("content_revision", 0), "content_revision");
        requireCaught(article -> article.put("description", ""), "description");
        requireCaught(article -> article.put("url", "ftp://example.com/"), "url");
        requireCaught(article -> article.put("sample", false), "sample");
        requireCaught(article -> analysis(article).put("sentiment", "mixed"), "sentiment");
        requireCaught(article -> analysis(article).put("importance_score", 7.5), "importance");
        requireCaught(
                article -> ((ArrayNode) analysis(article).path("topics")).add("weather"), "topics");
        requireCaught(
                article -> ((ArrayNode) analysis(article).path("keywords")).add("발전소"), "keywords");
    }

    private void requireCaught(Consumer<ObjectNode> drift, String named) {
        var article = (ObjectNode) Json.mapper().readTree(ArticleJson.bytes(filled()));
        byte[] before = Json.mapper().writeValueAsBytes(article);
        assertThatCode(() -> requireAnswer(before)).doesNotThrowAnyException();
        drift.accept(article);
        byte[] after = Json.mapper().writeValueAsBytes(article);
        assertThatThrownBy(() -> requireAnswer(after))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("GET /news/{id} 200 application/json is not as")
                .extracting(e -> e.getMessage().lines().skip(1).findFirst().orElseThrow())
                .asString()
                .contains(named);
    }

    private void requireAnswer(byte[] json) {
        document.requireValid("GET", "/news/{id}", 200, "application/json; charset=utf-8", json);
    }

    private void requireNews(String method, String path, String json) {
        document.requireValid(method, path, 200, "application/json; charset=utf-8", utf8(json));
    }

    private static ObjectNode analysis(ObjectNode article) {
        return (ObjectNode) article.path("analysis");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AnalyzedArticle filled() {
        var article =
                new Article(
                        "a-1",
                        new Source("herald", "Sample Herald"),
                        "한빛시, 첫 조력 발전소 문 열어",
                        "A description.",
                        "A content of some length.",
                        "A. Sample",
                        "https://example.com/a",
                        "http://example.com/a.jpg",
                        NOON,
                        "environment",
                        true);
        var mention = new Entity.Mention(Entity.Field.TITLE, 0, 3);
        var analysis =
                new Analysis(
                        Sentiment.POSITIVE,
                        0.5,
                        1,
                        List.of("조력", "발전소"),
                        "ko",
                        0.9,
                        List.of(new Entity("한빛시", "LOCATION", 1, 0.25, List.of(mention))),
                        Stream.of(Subject.values()).map(one -> new SubjectScore(one, 0.4)).toList(),
                        1.0E-5,
                        NOON.plusNanos(120_000),
                        "local-1",
                        0.125,
                        Provenance.ALL_LOCAL);
        return new AnalyzedArticle(
                article,
                analysis,
                NOON.plusMillis(5),
                "0.1.0",
                new Revision(2, 3),
                "a-0",
                "story-1",
                NOON.plusNanos(1));
    }

    private static AnalyzedArticle minimal() {
        var article =
                new Article(
                        "1",
                        new Source(null, "H"),
                        "T",
                        null,
                        null,
                        null,
                        "http://a",
                        null,
                        Instant.parse("0001-01-01T00:00:00Z"),
                        null,
                        false);
        var analysis =
                new Analysis(
                        Sentiment.UNKNOWN,
                        -1,
                        0,
                        List.of(),
                        Analysis.UNDETERMINED,
                        0,
                        List.of(),
                        List.of(),
                        0,
                        NOON,
                        "m",
                        0,
                        Provenance.ALL_LOCAL);
        return new AnalyzedArticle(article, analysis, NOON, "0", Revision.FIRST, null, null, NOON);
    }
}
