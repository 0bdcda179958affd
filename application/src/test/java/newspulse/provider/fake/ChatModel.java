package newspulse.provider.fake;

import tools.jackson.databind.JsonNode;

/// What the fake's chat model writes.
@FunctionalInterface
public interface ChatModel {
    /// The content of the answer.
    ///
    /// @param article the JSON of the user message
    /// @param request the whole body
    String write(JsonNode article, JsonNode request);
}
