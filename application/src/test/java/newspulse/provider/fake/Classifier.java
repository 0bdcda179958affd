package newspulse.provider.fake;

import tools.jackson.databind.JsonNode;

/// What the fake's models for texts, tokens and vectors answer.
@FunctionalInterface
public interface Classifier {
    /// Answers in the form of the task; see [HonestModel] for chats.
    Classifier HONEST = ClassifierWire::answer;

    /// The answer to the body of a request.
    JsonNode answer(JsonNode request);
}
