package newspulse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.intake.Intake;
import newspulse.wire.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class OpenApiExamplesTest {
    private final OpenApiDocument document = OpenApiDocument.load();
    private final JsonNode examples = document.root().path("components").path("examples");

    @Test
    void everyExampleIsAsItsSchemaHasIt() {
        Map<String, JsonNode> checked = new HashMap<>();
        Nodes.walk(
                document.root(),
                (at, node) -> {
                    if (node.has("schema") && node.has("example")) {
                        check(at + "/example", node.path("schema"), node.path("example"), checked);
                    }
                    if (node.has("schema") && node.has("examples")) {
                        for (var one : node.path("examples").properties()) {
                            JsonNode value = document.resolved(one.getValue()).path("value");
                            String name = at + "/examples/" + one.getKey();
                            check(name, node.path("schema"), value, checked);
                        }
                    }
                });
        assertThat(checked).hasSizeGreaterThanOrEqualTo(20);
        assertThat(new HashSet<>(checked.values()))
                .as("examples that nobody shows")
                .containsAll(examples.valueStream().map(one -> one.path("value")).toList());
    }

    private void check(String name, JsonNode schema, JsonNode value, Map<String, JsonNode> all) {
        assertThat(value.isMissingNode()).as(name).isFalse();
        assertThat(document.faults(schema, value)).as(name).isEmpty();
        all.put(name, value);
    }

    @Test
    void whatIsShownAsAnArticleToSendIsAdmitted() {
        Intake intake = Intake.requiringIds();
        for (String name : Set.of("RawEnglish", "RawKorean")) {
            assertThat(intake.read(bytes(examples.path(name).path("value"))))
                    .as(name)
                    .isInstanceOf(Intake.Admitted.class);
        }
        for (JsonNode one : examples.path("RawSeveral").path("value")) {
            assertThat(intake.read(bytes(one))).isInstanceOf(Intake.Admitted.class);
        }
    }

    @Test
    void mentionsInExamplesPointAtWhatTheyName() {
        int mentions = 0;
        for (String name : Set.of("AnalyzedEnglish", "AnalyzedKorean")) {
            JsonNode article = examples.path(name).path("value");
            for (JsonNode entity : article.path("analysis").path("entities")) {
                for (JsonNode mention : entity.path("mentions")) {
                    String text = article.path(mention.path("field").asString()).asString();
                    int start = mention.path("start").asInt();
                    int end = mention.path("end").asInt();
                    assertThat(text.substring(start, end))
                            .isEqualTo(entity.path("text").asString());
                    mentions++;
                }
            }
        }
        assertThat(mentions).isEqualTo(5);
    }

    private static byte[] bytes(JsonNode value) {
        return Json.mapper().writeValueAsBytes(value);
    }
}
