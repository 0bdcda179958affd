package newspulse.provider.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.config.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Everything that is wrong with a model is said at start, with its file and its field.
final class ModelFaultsTest {
    private static final String SEQUENCE = "BertForSequenceClassification";
    private static final List<String> TONES = List.of("positive", "neutral", "negative");

    @TempDir private Path directory = Path.of(".");

    private void refused(String... told) {
        NativeObjects objects = new NativeObjects();
        OnnxConfig config = TestModels.settings(directory);
        assertThatThrownBy(() -> OnnxProvider.open(config, new SimpleMeterRegistry(), objects))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(told);
        assertThat(objects.open()).isZero();
    }

    private void config(Map<String, Object> config) {
        TestModels.put(directory, "config.json", new JsonMapper().writeValueAsString(config));
    }

    @Test
    void missingFilesAreAllNamed() throws Exception {
        TestModels.tone(directory);
        Files.delete(directory.resolve("model.onnx"));
        Files.delete(directory.resolve("tokenizer.json"));
        refused("model.onnx is missing", "tokenizer.json is missing");
    }

    @Test
    void aDirectoryWithoutAModelIsNamed() {
        refused("holds no model");
    }

    @Test
    void unknownLabelsAreAllNamedWithTheWayOut() {
        TestModels.tone(directory);
        config(TestModels.config(SEQUENCE, List.of("positive", "LABEL_1", "joy"), 64));
        refused("config.json: id2label.1", "config.json: id2label.2", "joy", "labels.json");
    }

    @Test
    void unknownTypesOfEntitiesAreNamed() {
        TestModels.names(directory, 64);
        List<String> labels = List.of("O", "B-PER", "I-PER", "B-DISH", "I-DISH", "B-LOC", "I-LOC");
        config(TestModels.config("BertForTokenClassification", labels, 64));
        refused("id2label.3", "DISH");
        TestModels.put(directory, "labels.json", "{\"DISH\": \"DISH\"}");
        OnnxProvider.open(TestModels.settings(directory), new SimpleMeterRegistry()).close();
    }

    @Test
    void anotherArchitectureIsNamed() {
        TestModels.tone(directory);
        config(TestModels.config("BertForMaskedLM", TONES, 64));
        refused("config.json: architectures[0]", "BertForMaskedLM");
    }

    @Test
    void aMissingLimitIsNamed() {
        TestModels.tone(directory);
        Map<String, Object> config = TestModels.config(SEQUENCE, TONES, 64);
        config.remove("max_position_embeddings");
        config(config);
        refused("config.json: max_position_embeddings must be an integer");
    }

    @Test
    void aRegressionIsRefused() {
        TestModels.tone(directory);
        Map<String, Object> config = TestModels.config(SEQUENCE, TONES, 64);
        config.put("problem_type", "regression");
        config(config);
        refused("config.json: problem_type", "regression");
    }

    @Test
    void logitsThatAreNotAsManyAsTheLabelsAreNamed() {
        TestModels.tone(directory);
        config(TestModels.config(SEQUENCE, List.of("positive", "negative"), 64));
        refused("model.onnx: output logits", "[batch, 2]");
    }

    @Test
    void anInputThatNobodyKnowsIsNamed() {
        OnnxGraph graph =
                TestModels.inputs()
                        .input("pixel_values", 1)
                        .node("Cast", List.of("input_ids"), "logits", "to", 1)
                        .output("logits", List.of("batch", "3"));
        TestModels.write(TestModels.tone(directory), graph, TestModels.config(SEQUENCE, TONES, 64));
        refused("model.onnx: input pixel_values is not known");
    }

    @Test
    void filesThatAreNoModelOrTokenizerAreNamed() {
        TestModels.tone(directory);
        TestModels.put(directory, "model.onnx", "no model");
        refused("model.onnx cannot be loaded");
        TestModels.put(directory, "tokenizer.json", "{}");
        refused("tokenizer.json is not a tokenizer");
        TestModels.put(directory, "config.json", "{");
        refused("config.json is not JSON");
    }

    @Test
    void platformsWithoutALibraryAreNamed() {
        assertThat(NativeLibraries.platform("Linux", "amd64")).isEqualTo("linux-x64");
        assertThat(NativeLibraries.platform("Mac OS X", "aarch64")).isEqualTo("osx-aarch64");
        assertThatThrownBy(() -> NativeLibraries.platform("Mac OS X", "x86_64"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Mac OS X x86_64");
    }
}
