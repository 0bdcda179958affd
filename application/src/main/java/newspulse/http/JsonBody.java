package newspulse.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;

import newspulse.model.FailureCode;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Reads a request's JSON body. Only what calls itself JSON is taken: a page of another origin
/// cannot send that without asking the browser's leave, so it cannot push articles behind the
/// user's back.
public final class JsonBody {
    private JsonBody() {}

    /// Calls `then` with the bytes once they are all there.
    public static HttpResponse read(
            HttpRequest request, Function<byte[], CompletionStage<HttpResponse>> then) {
        MediaType type = request.contentType();
        if (type == null || !type.isJson()) {
            request.abort();
            return Problems.of(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be JSON: send the header Content-Type: application/json.");
        }
        return HttpResponse.of(
                request.aggregate()
                        .thenCompose((AggregatedHttpRequest whole) ->
                                then.apply(whole.content().array())));
    }
}
