package newspulse.provider.cache;

import newspulse.model.Entity;
import newspulse.model.Part;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.provider.PartAnswer;
import newspulse.wire.ArticleJson;
import newspulse.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How an answer is kept. Redis is shared, so what comes back is read as strictly as if a stranger
/// had written it: exactly the fields that were written, of exactly their kind.
final class AnswerJson {
    private AnswerJson() {}

    static byte[] write(PartAnswer answer) {
        return Json.write(json -> {
            json.writeStartObject();
            switch (answer) {
                case PartAnswer.Tone tone -> {
                    json.writeStringProperty("sentiment", tone.sentiment().label());
                    json.writeNumberProperty("score", tone.score());
                    json.writeNumberProperty("confidence", tone.confidence());
                }
                case PartAnswer.Subjects subjects -> {
                    json.writeName("subjects");
                    json.writeStartArray();
                    for (SubjectScore one : subjects.scores()) {
                        json.writeStartObject();
                        json.writeStringProperty("subject", one.subject().label());
                        json.writeNumberProperty("score", one.score());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }
                case PartAnswer.Keywords keywords -> {
                    json.writeName("keywords");
                    json.writeStartArray();
                    keywords.keywords().forEach(json::writeString);
                    json.writeEndArray();
                }
                case PartAnswer.Entities entities -> {
                    json.writeName("entities");
                    json.writeStartArray();
                    entities.entities().forEach(entity -> ArticleJson.entity(json, entity));
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        });
    }

    /// Empty for anything that [#write] would not have written for this part.
    static Optional<PartAnswer> read(Part part, byte[] bytes) {
        try {
            JsonNode json = Json.mapper().readTree(bytes);
            return Optional.of(
                    switch (part) {
                        case SENTIMENT -> tone(json);
                        case SUBJECTS -> subjects(json);
                        case KEYWORDS -> keywords(json);
                        case ENTITIES -> entities(json);
                    });
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static PartAnswer tone(JsonNode json) {
        fields(json, 3);
        return new PartAnswer.Tone(
                label(json, "sentiment", Sentiment.values(), Sentiment::label),
                number(json, "score"),
                number(json, "confidence"));
    }

    private static PartAnswer subjects(JsonNode json) {
        return new PartAnswer.Subjects(
                only(json, "subjects")
                        .map(one -> {
                            fields(one, 2);
                            return new SubjectScore(
                                    label(one, "subject", Subject.values(), Subject::label),
                                    number(one, "score"));
                        })
                        .toList());
    }

    private static PartAnswer keywords(JsonNode json) {
        return new PartAnswer.Keywords(only(json, "keywords").map(AnswerJson::string).toList());
    }

    private static PartAnswer entities(JsonNode json) {
        return new PartAnswer.Entities(only(json, "entities").map(AnswerJson::entity).toList());
    }

    private static Entity entity(JsonNode json) {
        fields(json, 5);
        List<Entity.Mention> mentions = list(json, "mentions").map(AnswerJson::mention).toList();
        return new Entity(
                string(json.path("text")),
                string(json.path("type")),
                integer(json, "count"),
                number(json, "salience"),
                mentions);
    }

    private static Entity.Mention mention(JsonNode json) {
        fields(json, 3);
        return new Entity.Mention(
                label(json, "field", Entity.Field.values(), Entity.Field::label),
                integer(json, "start"),
                integer(json, "end"));
    }

    private static Stream<JsonNode> only(JsonNode json, String name) {
        fields(json, 1);
        return list(json, name);
    }

    private static Stream<JsonNode> list(JsonNode json, String name) {
        require(json.path(name).isArray(), name);
        return json.path(name).valueStream();
    }

    private static <T> T label(JsonNode json, String name, T[] values, Function<T, String> label) {
        String text = string(json.path(name));
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static String string(JsonNode json) {
        require(json.isString(), "text");
        return json.asString();
    }

    private static double number(JsonNode json, String name) {
        require(json.path(name).isNumber(), name);
        return json.path(name).asDouble();
    }

    private static int integer(JsonNode json, String name) {
        require(json.path(name).isInt(), name);
        return json.path(name).asInt();
    }

    private static void fields(JsonNode json, int count) {
        require(json.isObject() && json.size() == count, "fields");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
