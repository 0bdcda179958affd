package newspulse.provider.onnx;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Small models as `optimum` exports them, made on the spot and the same each time: what they
/// answer can be worked out by hand.
final class TestModels {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS = TestTokenizers.vocabulary().size();

    private TestModels() {}

    /// The mean over the tokens of (4, 0, 0) for "good", (0, 0, 4) for "bad", else (0, 1, 0).
    static Path tone(Path directory) {
        float[] table = table(3, Map.of("good", 0, "bad", 2), 4);
        for (int id = 0; id < ROWS; id++) {
            table[id * 3 + 1] = table[id * 3] + table[id * 3 + 2] > 0 ? 0 : 1;
        }
        List<String> labels = List.of("positive", "neutral", "negative");
        return write(
                directory, pooled(table, 3), config("BertForSequenceClassification", labels, 64));
    }

    /// A yes or no of its own for each of three subjects: 6 / tokens - 1 with its word, else -1.
    static Path subjects(Path directory) {
        List<String> labels = List.of("Sports", "politics", "LABEL_2");
        float[] table = table(3, Map.of("match", 0, "vote", 1), 8);
        for (int i = 0; i < table.length; i++) {
            table[i]--;
        }
        Map<String, Object> config = config("BertForSequenceClassification", labels, 64);
        config.put("problem_type", "multi_label_classification");
        write(directory, pooled(table, 3), config);
        return put(directory, "labels.json", "{\"LABEL_2\": null}");
    }

    /// A tag of its own for each name it knows, whatever stands around it.
    ///
    /// @param positions the most tokens it takes
    static Path names(Path directory, int positions) {
        List<String> labels = List.of("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC");
        Map<String, Integer> tags =
                Map.of("ada", 1, "love", 2, "acme", 3, "corp", 4, "paris", 5, "서울", 5);
        float[] table = table(labels.size(), tags, 5);
        for (int id = 0; id < ROWS; id++) {
            table[id * labels.size()] = 1;
        }
        OnnxGraph graph =
                inputs().input("token_type_ids")
                        .weights("table", table, ROWS, labels.size())
                        .weights("types", new float[2 * labels.size()], 2, labels.size())
                        .node("Gather", List.of("table", "input_ids"), "of_word")
                        .node("Gather", List.of("types", "token_type_ids"), "of_type")
                        .node("Add", List.of("of_word", "of_type"), "logits")
                        .output("logits", List.of("batch", "sequence", "7"));
        return write(directory, graph, config("BertForTokenClassification", labels, positions));
    }

    /// Layers of full matrices over the mean of a text: as much to read from memory for one text as
    /// for many, which is where batches pay.
    static Path heavy(Path directory, int width, int layers) {
        Random random = new Random(7);
        OnnxGraph graph = inputs().weights("table", random(random, ROWS * width), ROWS, width);
        pool(graph, "layer0");
        for (int layer = 0; layer < layers; layer++) {
            String weights = "weights" + layer;
            graph.weights(weights, random(random, width * width), width, width)
                    .node("MatMul", List.of("layer" + layer, weights), "product" + layer)
                    .node("Tanh", List.of("product" + layer), "layer" + (layer + 1));
        }
        graph.weights("last", random(random, width * 3), width, 3)
                .node("MatMul", List.of("layer" + layers, "last"), "logits")
                .output("logits", List.of("batch", "3"));
        List<String> labels = List.of("positive", "neutral", "negative");
        return write(directory, graph, config("BertForSequenceClassification", labels, 64));
    }

    static Map<String, Object> config(String architecture, List<String> labels, int positions) {
        Map<String, String> names = new LinkedHashMap<>();
        labels.forEach(label -> names.put(Integer.toString(names.size()), label));
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of(architecture));
        config.put("id2label", names);
        config.put("max_position_embeddings", positions);
        config.put("model_type", "bert");
        config.put("pad_token_id", 0);
        return config;
    }

    static OnnxConfig settings(Path models) {
        return new OnnxConfig(
                models,
                Device.CPU,
                1,
                8,
                4_096,
                Duration.ofMillis(2),
                8_192,
                null,
                Path.of("target", "onnx-native"));
    }

    static OnnxGraph inputs() {
        return new OnnxGraph().input("input_ids").input("attention_mask");
    }

    static Path write(Path directory, OnnxGraph graph, Map<String, Object> config) {
        put(directory, "tokenizer.json", TestTokenizers.wordPiece());
        put(directory, "config.json", JSON.writeValueAsString(config));
        try {
            Files.write(directory.resolve("model.onnx"), graph.model());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    static Path put(Path directory, String file, String text) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(file), text);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OnnxGraph pooled(float[] table, int labels) {
        OnnxGraph graph = inputs().weights("table", table, ROWS, labels);
        pool(graph, "logits");
        return graph.output("logits", List.of("batch", Integer.toString(labels)));
    }

    /// The mean of the rows of `table`, over the tokens that are not masked.
    private static void pool(OnnxGraph graph, String output) {
        graph.numbers("minus_one", -1)
                .numbers("one", 1)
                .node("Gather", List.of("table", "input_ids"), "rows")
                .node("Cast", List.of("attention_mask"), "mask", "to", 1)
                .node("Unsqueeze", List.of("mask", "minus_one"), "column")
                .node("Mul", List.of("rows", "column"), "masked")
                .node("ReduceSum", List.of("masked", "one"), "sum", "keepdims", 0)
                .node("ReduceSum", List.of("column", "one"), "count", "keepdims", 0)
                .node("Div", List.of("sum", "count"), output);
    }

    private static float[] table(int columns, Map<String, Integer> words, float value) {
        float[] table = new float[ROWS * columns];
        List<String> vocabulary = new ArrayList<>(TestTokenizers.vocabulary());
        words.forEach((word, column) -> table[vocabulary.indexOf(word) * columns + column] = value);
        return table;
    }

    private static float[] random(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian() / 30;
        }
        return values;
    }
}
