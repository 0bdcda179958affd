package newspulse.provider.fake;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;

import newspulse.wire.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// Lets whoever runs the fake in a process of its own change it and look into it: `POST
/// /fake?behaviour=hang&latency_ms=100` sets either (latency with an exponential distribution),
/// `GET /fake` tells what was counted.
final class FakeControls {
    static final String PATH = "/fake";
    private static final long SEED = 1;

    private FakeControls() {}

    static HttpResponse serve(AggregatedHttpRequest request, FakeModels models) {
        String query = request.path().substring(PATH.length());
        QueryParams wanted = QueryParams.fromQueryString(query.isEmpty() ? "" : query.substring(1));
        try {
            String behaviour = wanted.get("behaviour");
            if (behaviour != null) {
                models.behave(Behaviour.valueOf(behaviour.toUpperCase(Locale.ROOT)));
            }
            long latency = wanted.getLong("latency_ms", -1);
            if (latency >= 0) {
                models.take(Latency.exponential(Duration.ofMillis(latency), SEED));
            }
        } catch (IllegalArgumentException _) {
            String known = Arrays.toString(Behaviour.values()).toLowerCase(Locale.ROOT);
            return HttpResponse.of(
                    HttpStatus.BAD_REQUEST,
                    MediaType.PLAIN_TEXT_UTF_8,
                    "%s",
                    "behaviour is one of " + known + ", latency_ms a number\n");
        }
        Calls calls = models.calls();
        ObjectNode told = Json.mapper().createObjectNode();
        told.put("calls", calls.all()).put("in_flight", calls.inFlight());
        told.put("most_in_flight", calls.mostInFlight());
        told.put("most_for_one_article", calls.mostForOneArticle());
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON, "%s", told + "\n");
    }
}
