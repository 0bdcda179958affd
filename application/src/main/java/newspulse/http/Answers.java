package newspulse.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.wire.Json;

import tools.jackson.core.JsonGenerator;

import java.util.function.Consumer;

/// Successful answers. None is ever to be kept by a cache: what they tell changes by the second.
public final class Answers {
    private Answers() {}

    /// JSON that is ready as bytes. The array must not be changed afterwards.
    public static HttpResponse json(HttpStatus status, byte[] body) {
        return HttpResponse.of(
                ResponseHeaders.builder(status)
                        .contentType(MediaType.JSON_UTF_8)
                        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                        .build(),
                HttpData.wrap(body));
    }

    public static HttpResponse json(HttpStatus status, Consumer<JsonGenerator> writing) {
        return json(status, Json.write(writing));
    }
}
