package newspulse.openapi;

import tools.jackson.databind.JsonNode;

import java.util.function.BiConsumer;

/// Walks through a JSON document.
final class Nodes {
    private Nodes() {}

    /// Calls `visit` with the JSON pointer and the value of every node.
    static void walk(JsonNode node, BiConsumer<String, JsonNode> visit) {
        walk("", node, visit);
    }

    private static void walk(String at, JsonNode node, BiConsumer<String, JsonNode> visit) {
        visit.accept(at, node);
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            walk(at + "/" + escaped(member.getKey()), member.getValue(), visit));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(at + "/" + i, node.get(i), visit);
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
