package newspulse.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

import newspulse.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The OpenAPI document that the program serves, to hold its answers against. What the document
/// does not know (a path, a status, a media type, a member) is a failure.
public final class OpenApiDocument {
    private static final String RESOURCE = "/newspulse/openapi.json";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final int SHOWN_OF_BODY = 2_000;
    private static final Dialect DIALECT =
            Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build();

    private final JsonNode root;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    DIALECT,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .locale(Locale.ENGLISH)
                                            .build()));

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    public static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            return new OpenApiDocument(Json.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Requires that an answer is one of those that the document promises.
    ///
    /// @param pathTemplate as the document has it: `/news/{id}`
    /// @param contentType the header's value, parameters and all; empty when there was none
    public void requireValid(
            String method, String pathTemplate, int status, String contentType, byte[] body) {
        String what = method + " " + pathTemplate + " " + status;
        JsonNode content = response(what, method, pathTemplate, status).path("content");
        if (content.isMissingNode()) {
            require(body.length == 0, what + " has a body, and the document promises none");
            return;
        }
        String type = mediaType(contentType);
        require(
                content.has(type),
                what + " is \"" + type + "\"; the document knows " + content.propertyNames());
        requireValid(what + " " + type, content.path(type).path("schema"), type, body);
    }

    /// Requires that JSON is as a schema of `components` has it: for what is no answer to a
    /// request, such as the messages of a WebSocket.
    public void requireValid(String schema, byte[] json) {
        JsonNode found = root.path("components").path("schemas").path(schema);
        require(found.isObject(), "the document has no schema " + schema);
        requireValid(schema, found, "application/json", json);
    }

    /// Every operation, as `GET /news/{id}`.
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (var path : root.path("paths").properties()) {
            for (String member : path.getValue().propertyNames()) {
                if (METHODS.contains(member)) {
                    operations.add(member.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }
        return operations;
    }

    JsonNode root() {
        return root;
    }

    /// The operation of that name, as [#operations] tells it.
    JsonNode operation(String name) {
        String[] parts = name.split(" ", 2);
        return root.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    /// What a `$ref` leads to, if the node is one; else the node. Missing if it leads nowhere.
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? root.at(reference.asString().substring(1)) : node;
    }

    /// One line for each place where the value is not as the schema has it.
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(OpenApiDocument::line)
                .toList();
    }

    private static String line(Error error) {
        String at = error.getInstanceLocation().toString();
        return (at.isEmpty() ? "/" : at) + ": " + error.getMessage();
    }

    /// A schema refers to its neighbours, so they come along.
    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", root.path("components"));
        return registry.getSchema(whole);
    }

    /// A method that the path does not take is answered as its others say of 405.
    private JsonNode response(String what, String method, String pathTemplate, int status) {
        JsonNode path = root.path("paths").path(pathTemplate);
        require(path.isObject(), what + ": the document has no such path");
        JsonNode operation = path.path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode() && status == 405) {
            operation = path.valueStream().findFirst().orElseThrow();
        }
        require(operation.isObject(), what + ": the document has no such method");
        JsonNode response = resolved(operation.path("responses").path(String.valueOf(status)));
        require(
                response.isObject(),
                what + ": the document knows only " + operation.path("responses").propertyNames());
        return response;
    }

    private void requireValid(String what, JsonNode schema, String mediaType, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        JsonNode value = isJson(mediaType) ? parse(what, body) : StringNode.valueOf(text);
        List<String> faults = faults(schema, value);
        require(
                faults.isEmpty(),
                faults.stream()
                        .collect(
                                Collectors.joining(
                                        "\n  ",
                                        what + " is not as the document has it:\n  ",
                                        "\n" + cut(text))));
    }

    private static JsonNode parse(String what, byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new AssertionError(what + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_OF_BODY ? text : text.substring(0, SHOWN_OF_BODY) + "…";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
