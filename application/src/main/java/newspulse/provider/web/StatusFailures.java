package newspulse.provider.web;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;

import newspulse.http.RetryAfter;
import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;

/// Names every status but 200. A 503 did no work (RFC 9110, section 15.6.4), nor did a 4xx or a
/// redirect; behind any other 5xx, most of all a gateway's, the model may have answered, and that
/// may be charged.
final class StatusFailures {
    /// What is read of an error's body.
    private static final int MOST = 16_384;

    private static final double LONGEST_SECONDS = 86_400;

    private StatusFailures() {}

    static ProviderException of(AggregatedHttpResponse response, Instant now) {
        int status = response.status().code();
        JsonNode body = body(response);
        ProviderException failure =
                switch (status) {
                    case 401, 403 -> free(CallFailure.UNAUTHORIZED, status);
                    case 408 -> charged(CallFailure.TIMED_OUT, status);
                    case 429 ->
                            isOutOfCredit(body)
                                    ? free(CallFailure.REJECTED, status)
                                    : free(CallFailure.RATE_LIMITED, status);
                    case 503 ->
                            loading(body) == null
                                    ? free(CallFailure.SERVER_ERROR, status)
                                    : free(CallFailure.LOADING, status);
                    default ->
                            status >= 500
                                    ? charged(CallFailure.SERVER_ERROR, status)
                                    : status < 300
                                            ? charged(CallFailure.UNREADABLE_ANSWER, status)
                                            : free(CallFailure.REJECTED, status);
                };
        Duration wait = RetryAfter.parse(response.headers().get(HttpHeaderNames.RETRY_AFTER), now);
        if (wait == null && failure.failure() == CallFailure.LOADING) {
            wait = loading(body);
        }
        return wait == null ? failure : failure.after(wait);
    }

    /// How long a model that is being loaded still takes, or null where that is not said: Hugging
    /// Face's `{"error": "... is currently loading", "estimated_time": 20.0}`, in seconds.
    private static @Nullable Duration loading(JsonNode body) {
        JsonNode time = body.path("estimated_time");
        if (!time.isNumber()) {
            return null;
        }
        double seconds = time.asDouble();
        return seconds >= 0 && seconds <= LONGEST_SECONDS
                ? Duration.ofMillis((long) (seconds * 1_000))
                : null;
    }

    /// OpenAI's 429 for an account without credit, which no patience mends.
    private static boolean isOutOfCredit(JsonNode body) {
        return "insufficient_quota".equals(body.path("error").path("code").stringValue(""));
    }

    private static JsonNode body(AggregatedHttpResponse response) {
        if (response.content().length() <= MOST) {
            try {
                return Json.mapper().readTree(response.content().array());
            } catch (JacksonException _) {
                // A page for people: nothing to be learned from it.
            }
        }
        return Json.mapper().createObjectNode();
    }

    private static ProviderException free(CallFailure failure, int status) {
        return ProviderException.free(failure, "it answered " + status);
    }

    private static ProviderException charged(CallFailure failure, int status) {
        return ProviderException.charged(failure, "it answered " + status);
    }
}
