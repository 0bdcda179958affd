package newspulse.provider.onnx;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What `config.json` of Hugging Face's transformers says of a model, as far as it matters here.
///
/// @param kind what the model classifies
/// @param labels by the index of their logit
/// @param multiLabel whether each label is a yes or no of its own
/// @param maxTokens of a text, those that begin and end it included
/// @param padTokenId what fills a batch's shorter texts
record ModelConfig(
        Kind kind, List<String> labels, boolean multiLabel, int maxTokens, int padTokenId) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String POSITIONS = "max_position_embeddings";
    private static final int FEWEST_TOKENS = 8;

    /// Their positions are counted from the padding token's id on.
    private static final Set<String> POSITIONS_AFTER_PADDING =
            Set.of("roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "longformer", "mpnet");

    ModelConfig {
        labels = List.copyOf(labels);
    }

    /// What a model has one answer for.
    enum Kind {
        SEQUENCE,
        TOKEN
    }

    static ModelConfig read(Path file) {
        JsonNode json = json(file);
        Kind kind = kind(file, json.path("architectures").path(0).asString(""));
        int padding = integer(file, json, "pad_token_id", 0, 0);
        int positions = integer(file, json, POSITIONS, null, FEWEST_TOKENS);
        String type = json.path("model_type").asString("");
        if (POSITIONS_AFTER_PADDING.contains(type)) {
            positions -= padding + 1;
        }
        boolean multiLabel =
                switch (json.path("problem_type").asString("")) {
                    case "", "single_label_classification" -> false;
                    case "multi_label_classification" -> true;
                    case String other ->
                            throw Faults.of(
                                    file, "problem_type", "must be one of classification", other);
                };
        return new ModelConfig(kind, labels(file, json), multiLabel, positions, padding);
    }

    /// Reads a JSON object.
    static JsonNode json(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.isObject()) {
                throw Faults.of(file, "must be a JSON object");
            }
            return json;
        } catch (IOException e) {
            throw Faults.of(file, "cannot be read: " + e);
        } catch (JacksonException e) {
            throw Faults.of(file, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Kind kind(Path file, String architecture) {
        if (architecture.endsWith("ForSequenceClassification")) {
            return Kind.SEQUENCE;
        }
        if (architecture.endsWith("ForTokenClassification")) {
            return Kind.TOKEN;
        }
        throw Faults.of(
                file,
                "architectures[0]",
                "must end in ForSequenceClassification or ForTokenClassification",
                architecture);
    }

    private static List<String> labels(Path file, JsonNode json) {
        JsonNode labels = json.path("id2label");
        List<String> names = new ArrayList<>();
        for (int id = 0; id < labels.size(); id++) {
            JsonNode label = labels.path(Integer.toString(id));
            if (!label.isString()) {
                throw Faults.of(
                        file,
                        "id2label." + id,
                        "must be a text: labels are numbered from 0 to "
                                + (labels.size() - 1)
                                + " without a gap",
                        null);
            }
            names.add(label.asString());
        }
        if (names.size() < 2) {
            throw Faults.of(file, "id2label", "must name two labels at least", null);
        }
        return names;
    }

    private static int integer(
            Path file, JsonNode json, String field, @Nullable Integer byDefault, int least) {
        JsonNode value = json.path(field);
        if (byDefault != null && (value.isMissingNode() || value.isNull())) {
            return byDefault;
        }
        if (!value.isInt() || value.asInt() < least) {
            throw Faults.of(
                    file,
                    field,
                    "must be an integer of at least " + least,
                    value.isMissingNode() ? null : value.toString());
        }
        return value.asInt();
    }
}
