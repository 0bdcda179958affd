package newspulse.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.model.Failure;
import newspulse.model.FailureCode;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a problem document of everything that goes wrong outside a service's own answers. What a
/// bug says stays in the log.
final class ErrorPages implements ServerErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    @Override
    public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
        Throwable root = cause.getCause() instanceof ContentTooLargeException e ? e : cause;
        return switch (root) {
            case ContentTooLargeException e ->
                    Problems.of(
                            FailureCode.TOO_LARGE,
                            "The body is larger than " + e.maxContentLength() + " bytes.");
            case RequestTimeoutException _ ->
                    Problems.of(FailureCode.REQUEST_TIMEOUT, "The answer took too long.");
            case HttpStatusException e ->
                    Problems.of(e.httpStatus(), failure(e.httpStatus(), null));
            default -> {
                log.error("code=internal_error path={}", context.path(), root);
                yield Problems.of(
                        FailureCode.INTERNAL_ERROR, "Something went wrong here; it was logged.");
            }
        };
    }

    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext context,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        return Problems.of(status, failure(status, description)).aggregate().join();
    }

    private static Failure failure(HttpStatus status, @Nullable String description) {
        FailureCode code =
                switch (status.code()) {
                    case 404 -> FailureCode.NOT_FOUND;
                    case 405 -> FailureCode.METHOD_NOT_ALLOWED;
                    case 413 -> FailureCode.TOO_LARGE;
                    case 415 -> FailureCode.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> FailureCode.DRAINING;
                    default ->
                            status.isServerError()
                                    ? FailureCode.INTERNAL_ERROR
                                    : FailureCode.INVALID_REQUEST;
                };
        return new Failure(code, description == null ? status.reasonPhrase() : description);
    }
}
