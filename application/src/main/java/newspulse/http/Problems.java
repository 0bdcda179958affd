package newspulse.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.wire.FaultJson;
import newspulse.wire.Json;

import tools.jackson.core.JsonGenerator;

import java.util.concurrent.CompletionException;

/// Failures as problem documents (RFC 9457): `type`, `title`, `status`, `detail`, the stable
/// `code`, and `errors` with one entry for each field at fault.
public final class Problems {
    private static final MediaType PROBLEM = MediaType.create("application", "problem+json");
    private static final int RETRY_AFTER_SECONDS = 1;

    private Problems() {}

    /// The failure under the status that fits its code.
    public static HttpResponse of(Failure failure) {
        return of(status(failure.code()), failure);
    }

    public static HttpResponse of(FailureCode code, String detail) {
        return of(new Failure(code, detail));
    }

    /// The failure under a status that the code alone does not tell.
    public static HttpResponse of(HttpStatus status, Failure failure) {
        ResponseHeadersBuilder headers = ResponseHeaders.builder(status).contentType(PROBLEM);
        switch (failure.code().kind()) {
            case OVERLOADED, TRANSIENT ->
                    headers.setInt(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
            case INVALID, BUG -> {}
        }
        byte[] body = Json.write(json -> write(json, status, failure));
        return HttpResponse.of(headers.build(), HttpData.wrap(body));
    }

    /// Writes the member of a failure that a document other than a problem also needs.
    public static void writeFaults(JsonGenerator json, Failure failure) {
        json.writeName("errors");
        FaultJson.write(json, failure.faults());
    }

    /// The problem that a [Turnstile] refused work with; any other failure goes on.
    public static HttpResponse ofRefusal(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null
                        ? failed.getCause()
                        : failed;
        if (cause instanceof Turnstile.RefusedException refused) {
            return of(refused.failure());
        }
        throw new CompletionException(cause);
    }

    private static void write(JsonGenerator json, HttpStatus status, Failure failure) {
        json.writeStartObject();
        json.writeStringProperty("type", "urn:newspulse:problem:" + failure.code().label());
        json.writeStringProperty("title", status.reasonPhrase());
        json.writeNumberProperty("status", status.code());
        json.writeStringProperty("detail", failure.detail());
        json.writeStringProperty("code", failure.code().label());
        if (!failure.faults().isEmpty()) {
            writeFaults(json, failure);
        }
        json.writeEndObject();
    }

    static HttpStatus status(FailureCode code) {
        return switch (code) {
            case MALFORMED_JSON, MALFORMED_CSV, EMPTY_RECORD, INVALID_REQUEST ->
                    HttpStatus.BAD_REQUEST;
            case INVALID_ARTICLE -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
            case REQUEST_TIMEOUT,
                    DEPENDENCY_UNAVAILABLE,
                    SOURCE_UNREACHABLE,
                    OVERLOADED,
                    DRAINING ->
                    HttpStatus.SERVICE_UNAVAILABLE;
            case SOURCE_REFUSED, SOURCE_UNREADABLE -> HttpStatus.BAD_GATEWAY;
            case PROCESSING_ERROR, INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
