package newspulse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Revision;
import newspulse.model.Sentiment;
import newspulse.model.Source;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

final class ArticleReaderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    @Example
    void passesOverWhatItDoesNotKnow() {
        AnalyzedArticle article = example();
        byte[] json =
                changed(
                        article,
                        root -> {
                            root.putObject("later").putArray("fields").add(1);
                            ((ObjectNode) root.path("source")).put("rank", 3);
                            ObjectNode analysis = (ObjectNode) root.path("analysis");
                            analysis.putArray("explanation").addObject().put("answer", "x");
                            ((ObjectNode) analysis.path("providers")).put("summary", "openai");
                            ((ObjectNode) analysis.path("topic_scores")).put("weather", 0.5);
                            ObjectNode entity = (ObjectNode) analysis.path("entities").get(0);
                            entity.putNull("wiki");
                            ((ObjectNode) entity.path("mentions").get(0)).put("line", 1);
                        });
        assertThat(ArticleReader.read(json)).isEqualTo(new ArticleReader.Read(article));
    }

    @Example
    void refusesWhatLacksAFieldOrHasItOfAnotherType() {
        for (String name : fieldNames(tree(example()))) {
            if (Set.of("sample", "description", "content", "author", "urlToImage", "category")
                            .contains(name)
                    || Set.of("duplicate_of", "story_id").contains(name)) {
                continue;
            }
            requireUnreadable(name + " missing", root -> root.remove(name));
        }
        for (String name : fieldNames(tree(example()).path("analysis"))) {
            requireUnreadable(name + " of another type", root -> analysis(root).put(name, true));
            if (!Set.of("keywords", "entities", "topics", "cached").contains(name)) {
                requireUnreadable(name + " missing", root -> analysis(root).remove(name));
            }
        }
        requireUnreadable("revision 0", root -> root.put("content_revision", 0));
        requireUnreadable("score of 2", root -> analysis(root).put("confidence", 2));
        requireUnreadable("cost of -1", root -> analysis(root).put("cost_usd", -1));
        requireUnreadable(
                "part without a provider",
                root -> ((ObjectNode) analysis(root).path("providers")).remove("topics"));
        requireUnreadable("topic", root -> analysis(root).putArray("topics").add("weather"));
        requireUnreadable("time", root -> root.put("processed_at", "yesterday"));
    }

    @Example
    void refusesWhatCouldNotBeWrittenAgain() {
        String json = new String(ArticleJson.bytes(example()), StandardCharsets.UTF_8);
        byte[] halfAPair =
                json.replace("\"author\":null", "\"author\":\"\\ud83d\"")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(ArticleReader.read(halfAPair))
                .isEqualTo(new ArticleReader.Unreadable("author is not Unicode"));
        byte[] costly =
                json.replaceFirst("\"cost_usd\":[^,]*,", "\"cost_usd\":1e999999999,")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(ArticleReader.read(costly)).isInstanceOf(ArticleReader.Unreadable.class);
    }

    @Example
    void refusesWhatIsNoArticleAtAll() {
        assertThat(ArticleReader.read(null)).isEqualTo(new ArticleReader.Unreadable("empty"));
        for (String text : List.of("", " ", "null", "[]", "7", "{", "{}", "nonsense", "{}{}")) {
            assertThat(ArticleReader.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(ArticleReader.Unreadable.class);
        }
        byte[] json = ArticleJson.bytes(example());
        byte[] twice = new byte[json.length * 2];
        System.arraycopy(json, 0, twice, 0, json.length);
        System.arraycopy(json, 0, twice, json.length, json.length);
        assertThat(ArticleReader.read(twice))
                .isEqualTo(new ArticleReader.Unreadable("more than one JSON value"));
    }

    static AnalyzedArticle example() {
        var article =
                new Article(
                        "a",
                        new Source(null, "Herald"),
                        "A title of some length",
                        null,
                        null,
                        null,
                        "https://example.com/a",
                        null,
                        NOON,
                        null,
                        true);
        var mention = new Entity.Mention(Entity.Field.TITLE, 2, 7);
        var analysis =
                new Analysis(
                        Sentiment.NEUTRAL,
                        0.1,
                        0.5,
                        List.of("title"),
                        "en",
                        0.9,
                        List.of(new Entity("title", "PERSON", 1, 0.5, List.of(mention))),
                        List.of(new SubjectScore(Subject.WORLD, 0.75)),
                        0.3,
                        NOON,
                        "test",
                        0.1,
                        new Provenance(
                                Map.of(
                                        Part.SENTIMENT, "openai",
                                        Part.SUBJECTS, "openai",
                                        Part.KEYWORDS, "local",
                                        Part.ENTITIES, "onnx"),
                                Set.of(Part.ENTITIES),
                                1_500,
                                812));
        return new AnalyzedArticle(
                article, analysis, NOON, "0.1", new Revision(2, 3), null, null, NOON);
    }

    private static void requireUnreadable(String what, Consumer<ObjectNode> change) {
        assertThat(ArticleReader.read(changed(example(), change)))
                .as(what)
                .isInstanceOf(ArticleReader.Unreadable.class);
    }

    private static ObjectNode analysis(ObjectNode root) {
        return (ObjectNode) root.path("analysis");
    }

    private static List<String> fieldNames(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private static ObjectNode tree(AnalyzedArticle article) {
        return (ObjectNode) Json.mapper().readTree(ArticleJson.bytes(article));
    }

    private static byte[] changed(AnalyzedArticle article, Consumer<ObjectNode> change) {
        ObjectNode root = tree(article);
        change.accept(root);
        return Json.mapper().writeValueAsBytes(root);
    }
}
