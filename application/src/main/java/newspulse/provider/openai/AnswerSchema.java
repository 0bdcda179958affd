package newspulse.provider.openai;

import newspulse.model.Analysis;
import newspulse.model.Part;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.provider.checked.CheckedAnswer;
import newspulse.provider.checked.EntityName;
import newspulse.wire.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The closed JSON schema of an answer, of the subset that OpenAI's strict mode knows: every member
/// is required, no other is allowed, and figures have no bounds. Those are checked here.
final class AnswerSchema {
    static final List<String> SENTIMENTS =
            Stream.of(Sentiment.values())
                    .filter(one -> one != Sentiment.UNKNOWN)
                    .map(Sentiment::label)
                    .toList();

    private AnswerSchema() {}

    static ObjectNode of(Set<Part> parts) {
        ObjectNode schema = closed();
        for (Part part : EnumSet.copyOf(parts)) {
            ObjectNode member =
                    switch (part) {
                        case SENTIMENT -> sentiment();
                        case SUBJECTS -> array(subject());
                        case KEYWORDS -> array(type("string"));
                        case ENTITIES -> array(entity());
                    };
            add(schema, part.label(), member);
        }
        return schema;
    }

    private static ObjectNode sentiment() {
        ObjectNode object = closed();
        add(object, "label", oneOf(SENTIMENTS));
        add(object, "score", type("number"));
        add(object, "confidence", type("number"));
        return object;
    }

    private static ObjectNode subject() {
        ObjectNode object = closed();
        add(object, "label", oneOf(Arrays.stream(Subject.values()).map(Subject::label).toList()));
        add(object, "score", type("number"));
        return object;
    }

    private static ObjectNode entity() {
        ObjectNode object = closed();
        add(object, "text", type("string"));
        add(object, "type", oneOf(EntityName.TYPES));
        return object;
    }

    private static ObjectNode closed() {
        ObjectNode object = type("object");
        object.putObject("properties");
        object.putArray("required");
        object.put("additionalProperties", false);
        return object;
    }

    private static void add(ObjectNode object, String name, ObjectNode schema) {
        ((ObjectNode) object.get("properties")).set(name, schema);
        ((ArrayNode) object.get("required")).add(name);
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = type("array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode oneOf(List<String> labels) {
        ObjectNode schema = type("string");
        ArrayNode values = schema.putArray("enum");
        labels.forEach(values::add);
        return schema;
    }

    private static ObjectNode type(String name) {
        return Json.mapper().createObjectNode().put("type", name);
    }

    /// What the instructions say of each part.
    static String meaning(Part part) {
        return switch (part) {
            case SENTIMENT ->
                    "sentiment: how the article speaks of what it reports; score from -1 (negative)"
                            + " to 1 (positive), of the label's sign; confidence from 0 to 1, the"
                            + " probability that the label is right.";
            case SUBJECTS ->
                    "topics: one to three labels of what it is about, the likeliest first, none"
                            + " twice; score from 0 to 1, the probability.";
            case KEYWORDS ->
                    "keywords: up to "
                            + Analysis.MAX_KEYWORDS
                            + " of its most telling words and phrases, exactly as they stand in it,"
                            + " each at most 60 characters.";
            case ENTITIES ->
                    "entities: up to "
                            + CheckedAnswer.MOST_NAMES
                            + " of the people, organizations and places that it names, each once, by"
                            + " the fullest name and exactly as it stands in the article.";
        };
    }
}
