package newspulse.provider.openai;

import newspulse.model.Part;
import newspulse.model.SubjectScore;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.ProviderException;
import newspulse.provider.checked.BrokenRuleException;
import newspulse.provider.checked.CheckedAnswer;
import newspulse.provider.checked.EntityName;
import newspulse.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the JSON that a model wrote by the closed schema, as if no server had held it to it. What
/// breaks the form of the whole is no answer; what breaks a part is that part's refusal.
final class StructuredAnswer {
    private final CheckedAnswer checked;

    StructuredAnswer(CheckedAnswer checked) {
        this.checked = checked;
    }

    /// What became of each part.
    record Parts(Map<Part, PartAnswer> answered, Map<Part, String> refused) {}

    Parts read(String content, Set<Part> parts) throws ProviderException {
        JsonNode root;
        try {
            root = Json.mapper().readTree(content);
        } catch (JacksonException _) {
            throw invalid("the model did not write JSON");
        }
        if (!root.isObject()) {
            throw invalid("the model did not write an object");
        }
        Set<String> unknown = new TreeSet<>(root.propertyNames());
        parts.forEach(part -> unknown.remove(part.label()));
        if (!unknown.isEmpty()) {
            throw invalid("the answer has members that nobody asked for");
        }
        Map<Part, PartAnswer> answered = new EnumMap<>(Part.class);
        Map<Part, String> refused = new EnumMap<>(Part.class);
        for (Part part : parts) {
            try {
                answered.put(part, part(part, root.path(part.label())));
            } catch (BrokenRuleException e) {
                refused.put(part, e.rule());
            }
        }
        return new Parts(answered, refused);
    }

    private PartAnswer part(Part part, JsonNode node) throws BrokenRuleException {
        return switch (part) {
            case SENTIMENT -> {
                members(node, Set.of("label", "score", "confidence"));
                yield checked.tone(
                        text(node.path("label")),
                        number(node.path("score")),
                        number(node.path("confidence")));
            }
            case SUBJECTS -> {
                List<SubjectScore> scores = new ArrayList<>();
                for (JsonNode one : elements(node)) {
                    members(one, Set.of("label", "score"));
                    scores.add(
                            CheckedAnswer.subject(
                                    CheckedAnswer.subject(text(one.path("label"))),
                                    number(one.path("score"))));
                }
                yield checked.subjects(scores);
            }
            case KEYWORDS -> {
                List<String> keywords = new ArrayList<>();
                for (JsonNode one : elements(node)) {
                    keywords.add(text(one));
                }
                yield checked.keywords(keywords);
            }
            case ENTITIES -> {
                List<EntityName> names = new ArrayList<>();
                for (JsonNode one : elements(node)) {
                    members(one, Set.of("text", "type"));
                    names.add(new EntityName(text(one.path("text")), text(one.path("type"))));
                }
                yield checked.entities(names);
            }
        };
    }

    private static void members(JsonNode node, Set<String> names) throws BrokenRuleException {
        if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(names)) {
            throw new BrokenRuleException("it has not the members of the schema");
        }
    }

    private static Iterable<JsonNode> elements(JsonNode node) throws BrokenRuleException {
        if (!node.isArray()) {
            throw new BrokenRuleException("it is not an array");
        }
        return node;
    }

    private static String text(JsonNode node) throws BrokenRuleException {
        if (!node.isString()) {
            throw new BrokenRuleException("a text is missing");
        }
        return node.stringValue();
    }

    private static double number(JsonNode node) throws BrokenRuleException {
        if (!node.isNumber()) {
            throw new BrokenRuleException("a number is missing");
        }
        return node.asDouble(Double.NaN); // what no double holds is within no bounds
    }

    private static ProviderException invalid(String message) {
        return ProviderException.charged(CallFailure.INVALID_ANSWER, message);
    }
}
