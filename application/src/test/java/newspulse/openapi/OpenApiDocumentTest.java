package newspulse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class OpenApiDocumentTest {
    private static final Pattern TEMPLATE_PARAMETER = Pattern.compile("\\{([^}]+)}");

    /// Errors that are told in another form than a problem document, and why.
    private static final Set<String> OTHER_FORM =
            Set.of(
                    "GET /health 503", // the health document itself
                    "GET /health/ready 503",
                    "GET /health/started 503",
                    "GET /ws 400"); // the WebSocket handshake is the server library's

    private final OpenApiDocument document = OpenApiDocument.load();
    private final JsonNode root = document.root();

    @Test
    void isOpenApi31OfThisVersion() throws IOException {
        assertThat(root.path("openapi").asString()).startsWith("3.1.");
        var build = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/newspulse/build.properties")) {
            build.load(in);
        }
        assertThat(root.path("info").path("version").asString())
                .isEqualTo(build.getProperty("version").replace("-SNAPSHOT", ""));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
        Set<String> references = new TreeSet<>();
        Nodes.walk(
                root,
                (at, node) -> {
                    JsonNode reference = node.path("$ref");
                    if (reference.isString()) {
                        references.add(reference.asString());
                        assertThat(document.resolved(node).isMissingNode())
                                .as("%s of %s leads nowhere", reference, at)
                                .isFalse();
                    }
                });
        Set<String> components = new TreeSet<>();
        for (var kind : root.path("components").properties()) {
            for (String name : kind.getValue().propertyNames()) {
                components.add("#/components/" + kind.getKey() + "/" + name);
            }
        }
        assertThat(components).isEqualTo(references);
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Set<String> tags =
                root.path("tags")
                        .valueStream()
                        .map(tag -> tag.path("name").asString())
                        .collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        assertThat(document.operations()).hasSizeGreaterThanOrEqualTo(20);
        for (String name : document.operations()) {
            JsonNode operation = document.operation(name);
            assertThat(operation.path("operationId").asString()).as(name).isNotBlank();
            assertThat(ids.add(operation.path("operationId").asString())).as(name).isTrue();
            assertThat(operation.path("summary").asString()).as(name).isNotBlank();
            List<String> its =
                    operation.path("tags").valueStream().map(JsonNode::asString).toList();
            assertThat(its).as(name).hasSize(1).isSubsetOf(tags);
        }
    }

    @Test
    void everyOperationTellsItsErrorsAsProblems() {
        for (String name : document.operations()) {
            JsonNode responses = document.operation(name).path("responses");
            Set<String> statuses = new TreeSet<>(responses.propertyNames());
            assertThat(statuses).as(name).anyMatch(status -> status.charAt(0) < '4');
            assertThat(statuses).as(name).anyMatch(status -> status.charAt(0) >= '4');
            for (String status : statuses) {
                String answer = name + " " + status;
                JsonNode response = document.resolved(responses.path(status));
                assertThat(response.path("description").asString()).as(answer).isNotBlank();
                if (status.charAt(0) >= '4' && !OTHER_FORM.contains(answer)) {
                    assertThat(response.path("content").propertyNames())
                            .as(answer)
                            .containsExactly("application/problem+json");
                    assertThat(response.path("headers").has("Retry-After"))
                            .as(answer)
                            .isEqualTo(status.equals("503"));
                    assertThat(response.path("headers").has("Allow"))
                            .as(answer)
                            .isEqualTo(status.equals("405"));
                }
            }
        }
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        for (String name : document.operations()) {
            List<String> inTemplate =
                    TEMPLATE_PARAMETER.matcher(name).results().map(one -> one.group(1)).toList();
            List<String> described =
                    document.operation(name)
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.path("in").asString().equals("path"))
                            .map(parameter -> parameter.path("name").asString())
                            .toList();
            assertThat(described).as(name).isEqualTo(inTemplate);
        }
    }

    @Test
    void everySchemaIsJsonSchema() {
        var metaSchema =
                SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<JsonNode> schemas = new ArrayList<>();
        root.path("components").path("schemas").forEach(schemas::add);
        Nodes.walk(
                root,
                (at, node) -> {
                    if (at.endsWith("/schema")) {
                        schemas.add(node);
                    }
                });
        assertThat(schemas)
                .hasSizeGreaterThan(60)
                .allSatisfy(schema ->
                        assertThat(metaSchema.validate(schema)).as(schema::toString).isEmpty());
    }

    @Test
    void everyObjectThatWeAnswerIsClosed() {
        Set<String> open = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (String name : document.operations()) {
            JsonNode operation = document.operation(name);
            collectOpen(name, operation.path("responses"), seen, open);
            collectOpen(name, operation.path("x-messages"), seen, open);
        }
        assertThat(seen)
                .contains("#/components/schemas/Mention", "#/components/schemas/NewAnalysis");
        assertThat(open).containsExactly("GET /openapi.json");
    }

    /// Adds the name of every object schema that takes members it does not describe.
    private void collectOpen(String name, JsonNode within, Set<String> seen, Set<String> open) {
        Nodes.walk(
                within,
                (_, node) -> {
                    if (node.path("type").toString().contains("\"object\"")
                            && !node.path("additionalProperties").toString().equals("false")) {
                        open.add(name);
                    }
                    String reference = node.path("$ref").asString("");
                    if (!reference.isEmpty() && seen.add(reference)) {
                        collectOpen(reference, document.resolved(node), seen, open);
                    }
                });
    }
}
