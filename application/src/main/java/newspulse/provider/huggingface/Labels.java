package newspulse.provider.huggingface;

import newspulse.provider.checked.BrokenRuleException;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Reads scored labels in each form in which classifiers are answered.
final class Labels {
    private Labels() {}

    /// A label and its score, in 0..1.
    record Scored(String label, double score) {}

    /// `[{label, score}]`, the same within one more array (an answer for each input), or `{labels:
    /// [], scores: []}`, the older form of zero-shot classification.
    static List<Scored> read(JsonNode root) throws BrokenRuleException {
        List<Scored> labels = new ArrayList<>();
        if (root.isObject()) {
            JsonNode names = root.path("labels");
            JsonNode scores = root.path("scores");
            if (!names.isArray() || !scores.isArray() || names.size() != scores.size()) {
                throw new BrokenRuleException("the answer is not of labels and scores");
            }
            for (int i = 0; i < names.size(); i++) {
                labels.add(scored(names.path(i), scores.path(i)));
            }
        } else {
            JsonNode list = root.path(0).isArray() ? root.path(0) : root;
            for (JsonNode one : list) {
                labels.add(scored(one.path("label"), one.path("score")));
            }
        }
        if (labels.stream().noneMatch(label -> label.score() > 0)) {
            throw new BrokenRuleException("no label has a score");
        }
        return labels;
    }

    private static Scored scored(JsonNode label, JsonNode score) throws BrokenRuleException {
        double value = score.asDouble(-1);
        if (!label.isString() || !score.isNumber() || !(value >= 0 && value <= 1)) {
            throw new BrokenRuleException("the answer is not of labels and scores");
        }
        return new Scored(label.stringValue(), value);
    }
}
