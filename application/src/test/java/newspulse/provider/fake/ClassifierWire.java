package newspulse.provider.fake;

import newspulse.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers in the forms of Hugging Face's tasks, by what the request looks like.
final class ClassifierWire {
    private static final Pattern CAPITAL = Pattern.compile("\\b\\p{Lu}\\p{L}{2,}\\b");
    private static final int DIMENSIONS = 8;

    private ClassifierWire() {}

    static JsonNode answer(JsonNode request) {
        JsonNode inputs = request.path("inputs");
        JsonNode parameters = request.path("parameters");
        if (inputs.isArray()) {
            return vectors(inputs);
        }
        String text = inputs.stringValue("");
        if (parameters.has("candidate_labels")) {
            return zeroShot(parameters.path("candidate_labels"));
        }
        return parameters.has("aggregation_strategy") ? entities(text) : sentiment();
    }

    private static JsonNode sentiment() {
        ArrayNode outer = Json.mapper().createArrayNode();
        ArrayNode list = outer.addArray();
        list.addObject().put("label", "positive").put("score", 0.7);
        list.addObject().put("label", "neutral").put("score", 0.2);
        list.addObject().put("label", "negative").put("score", 0.1);
        return outer;
    }

    private static JsonNode zeroShot(JsonNode labels) {
        ArrayNode list = Json.mapper().createArrayNode();
        double score = 0.6;
        for (JsonNode label : labels) {
            list.addObject().put("label", label.stringValue("")).put("score", score);
            score /= 3;
        }
        return list;
    }

    private static JsonNode entities(String text) {
        ArrayNode list = Json.mapper().createArrayNode();
        Matcher names = CAPITAL.matcher(text);
        while (names.find()) {
            list.addObject()
                    .put("entity_group", "ORG")
                    .put("score", 0.95)
                    .put("word", names.group())
                    .put("start", text.codePointCount(0, names.start()))
                    .put("end", text.codePointCount(0, names.end()));
        }
        return list;
    }

    /// Counts of characters: texts of the same words are alike.
    private static JsonNode vectors(JsonNode inputs) {
        ArrayNode list = Json.mapper().createArrayNode();
        for (JsonNode input : inputs) {
            double[] counts = new double[DIMENSIONS];
            input.stringValue("").chars().forEach(c -> counts[c % DIMENSIONS]++);
            ArrayNode vector = list.addArray();
            for (double count : counts) {
                vector.add(count + 0.01);
            }
        }
        return list;
    }
}
