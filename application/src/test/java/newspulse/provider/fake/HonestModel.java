package newspulse.provider.fake;

import newspulse.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.regex.Pattern;

/// Answers every article in the form that was asked for: a positive tone, business, the longest
/// words of the title, and its first capitalised word as an organization.
public final class HonestModel implements ChatModel {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Override
    public String write(JsonNode article, JsonNode request) {
        String title = article.path("article").path("title").stringValue("");
        ObjectNode answer = Json.mapper().createObjectNode();
        for (JsonNode member : schema(request).path("required")) {
            add(answer, member.stringValue(), title);
        }
        return answer.toString();
    }

    /// The schema, wherever it stands: in one of the two forms of `response_format`, or as the last
    /// line of the instructions.
    private static JsonNode schema(JsonNode request) {
        JsonNode format = request.path("response_format");
        if (format.has("json_schema")) {
            return format.path("json_schema").path("schema");
        }
        if (format.has("value")) {
            return format.path("value");
        }
        String instructions =
                request.path("messages").path(0).path("content").stringValue().stripTrailing();
        return Json.mapper().readTree(instructions.substring(instructions.lastIndexOf('\n') + 1));
    }

    private static void add(ObjectNode answer, String member, String title) {
        switch (member) {
            case "sentiment" ->
                    answer.putObject(member)
                            .put("label", "positive")
                            .put("score", 0.6)
                            .put("confidence", 0.9);
            case "topics" ->
                    answer.putArray(member).addObject().put("label", "business").put("score", 0.8);
            case "keywords" -> {
                var list = answer.putArray(member);
                WORDS.splitAsStream(title)
                        .filter(word -> word.length() > 3)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .limit(3)
                        .forEach(list::add);
            }
            default -> {
                var list = answer.putArray(member);
                WORDS.splitAsStream(title)
                        .filter(word -> word.length() > 2)
                        .filter(word -> Character.isUpperCase(word.charAt(0)))
                        .limit(1)
                        .forEach(word ->
                                list.addObject().put("text", word).put("type", "ORGANIZATION"));
            }
        }
    }
}
