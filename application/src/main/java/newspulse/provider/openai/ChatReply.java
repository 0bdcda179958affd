package newspulse.provider.openai;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A chat completion. What Jackson says of broken JSON is not told on, for it quotes.
///
/// @param usage what it took; null where the server does not say it, or says what cannot be
record ChatReply(JsonNode completion, @Nullable Usage usage) {
    private static final long MOST_TOKENS = 100_000_000;

    static ChatReply read(byte[] body, TokenPrice price) throws ProviderException {
        try {
            JsonNode completion = Json.mapper().readTree(body);
            return new ChatReply(completion, usage(completion.path("usage"), price));
        } catch (JacksonException _) {
            throw failed(CallFailure.UNREADABLE_ANSWER, "its answer is not JSON");
        }
    }

    /// The text of the first choice.
    ///
    /// @throws ProviderException when there is none, or it is not whole
    String content() throws ProviderException {
        JsonNode choice = completion.path("choices").path(0);
        if (!choice.isObject()) {
            throw failed(CallFailure.UNREADABLE_ANSWER, "its answer has no choices");
        }
        JsonNode message = choice.path("message");
        String finish = choice.path("finish_reason").stringValue("");
        boolean refused = !message.path("refusal").stringValue("").isEmpty();
        if (refused || finish.equals("content_filter")) {
            throw failed(CallFailure.REFUSED, "the model would not answer");
        }
        if (finish.equals("length")) {
            throw failed(CallFailure.INVALID_ANSWER, "its answer was cut off at the limit");
        }
        JsonNode content = message.path("content");
        if (!content.isString()) {
            throw failed(CallFailure.UNREADABLE_ANSWER, "its answer has no content");
        }
        return content.stringValue();
    }

    private static @Nullable Usage usage(JsonNode usage, TokenPrice price) {
        JsonNode input = usage.path("prompt_tokens");
        JsonNode output = usage.path("completion_tokens");
        return isCount(input) && isCount(output)
                ? price.usage(input.asLong(), output.asLong())
                : null;
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber()
                && node.canConvertToLong()
                && node.asLong() >= 0
                && node.asLong() <= MOST_TOKENS;
    }

    private static ProviderException failed(CallFailure failure, String message) {
        return ProviderException.charged(failure, message);
    }
}
