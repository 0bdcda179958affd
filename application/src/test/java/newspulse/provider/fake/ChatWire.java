package newspulse.provider.fake;

import newspulse.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/// Chat completions.
final class ChatWire {
    private ChatWire() {}

    static ObjectNode completion(String model, String content, int requestBytes) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("id", "chatcmpl-fake").put("object", "chat.completion").put("created", 0);
        root.put("model", model);
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        int input = requestBytes / 4;
        int output = content.length() / 4;
        root.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put("total_tokens", input + output);
        return root;
    }

    static ObjectNode refusal(String model) {
        ObjectNode root = completion(model, "", 0);
        ObjectNode message = (ObjectNode) root.path("choices").path(0).path("message");
        message.putNull("content").put("refusal", "I cannot help with that.");
        return root;
    }
}
