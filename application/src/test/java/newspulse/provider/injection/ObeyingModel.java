package newspulse.provider.injection;

import newspulse.model.Article;
import newspulse.provider.fake.ChatModel;
import newspulse.provider.fake.Classifier;
import newspulse.provider.fake.HonestModel;
import newspulse.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Does whatever the article says. It knows the article by the text that reached it, so one whose
/// text was changed on the way is a mistake of the test.
final class ObeyingModel implements ChatModel, Classifier {
    private static final int FAR_OUTSIDE = 1_000;

    private final Map<String, Injection> byText = new HashMap<>();
    private final HonestModel honest = new HonestModel();

    ObeyingModel(List<Injection> corpus) {
        corpus.forEach(injection -> byText.put(text(injection.article()), injection));
    }

    @Override
    public String write(JsonNode article, JsonNode request) {
        JsonNode fields = article.path("article");
        Injection injection =
                found(
                        Stream.of("title", "description", "content")
                                .filter(fields::has)
                                .map(name -> fields.path(name).stringValue())
                                .collect(Collectors.joining("\n")));
        return injection.answer(
                (ObjectNode) Json.mapper().readTree(honest.write(article, request)));
    }

    /// A classifier reads no orders; this one was made to answer as if.
    @Override
    public JsonNode answer(JsonNode request) {
        JsonNode inputs = request.path("inputs");
        JsonNode parameters = request.path("parameters");
        String text = inputs.isArray() ? inputs.path(0).stringValue() : inputs.stringValue();
        Injection injection = found(text);
        String member =
                inputs.isArray()
                        ? "keywords"
                        : parameters.has("aggregation_strategy")
                                ? "entities"
                                : parameters.has("candidate_labels") ? "topics" : "sentiment";
        if (!injection.tellsOf(member)) {
            return Classifier.HONEST.answer(request);
        }
        JsonNode told = injection.of(member);
        ArrayNode answer = Json.mapper().createArrayNode();
        switch (member) {
            case "sentiment" -> answer.add(told);
            case "entities" -> told.forEach(entity -> answer.add(span(text, entity)));
            default -> told.forEach(answer::add);
        }
        return answer;
    }

    private static ObjectNode span(String text, JsonNode entity) {
        String name = entity.path("text").stringValue("");
        int at = text.indexOf(name);
        int start = at < 0 ? 0 : text.codePointCount(0, at);
        int end = at < 0 ? FAR_OUTSIDE : start + name.codePointCount(0, name.length());
        ObjectNode span = Json.mapper().createObjectNode();
        span.set("entity_group", entity.path("type"));
        return span.put("score", 0.99).put("word", name).put("start", start).put("end", end);
    }

    private Injection found(String text) {
        Injection injection = byText.get(text);
        if (injection == null) {
            throw new AssertionError("the text was changed on its way: " + text);
        }
        return injection;
    }

    private static String text(Article article) {
        return Stream.of(article.title(), article.description(), article.content())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
