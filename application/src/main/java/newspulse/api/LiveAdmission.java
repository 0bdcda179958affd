package newspulse.api;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.DecoratingHttpServiceFunction;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.http.Problems;
import newspulse.model.Failure;
import newspulse.model.FailureCode;

import java.util.Locale;
import java.util.concurrent.Semaphore;

/// Decides who may become a live client: programs, our own pages and those of allowed origins, as
/// long as there are places.
final class LiveAdmission implements DecoratingHttpServiceFunction {
    private static final String ANY = "*";

    private final LiveHub hub;
    private final ApiConfig config;
    private final LiveMetrics metrics;
    private final Semaphore places;

    LiveAdmission(LiveHub hub, ApiConfig config, LiveMetrics metrics) {
        this.hub = hub;
        this.config = config;
        this.metrics = metrics;
        this.places = new Semaphore(config.maxConnections());
    }

    @Override
    public HttpResponse serve(
            HttpService delegate, ServiceRequestContext context, HttpRequest request)
            throws Exception {
        String origin = request.headers().get(HttpHeaderNames.ORIGIN, "");
        if (!isAllowed(origin, String.valueOf(request.authority()))) {
            metrics.ended(LiveMetrics.Reason.REFUSED_ORIGIN);
            return Problems.of(
                    HttpStatus.FORBIDDEN,
                    new Failure(
                            FailureCode.INVALID_REQUEST,
                            "Pages of this origin may not connect; WS_ALLOWED_ORIGINS lists those"
                                    + " that may."));
        }
        if (hub.isClosing()) {
            return Problems.of(FailureCode.DRAINING, "The service is being stopped.");
        }
        if (!places.tryAcquire()) {
            metrics.ended(LiveMetrics.Reason.REFUSED_FULL);
            return Problems.of(
                    FailureCode.OVERLOADED,
                    "There are already "
                            + config.maxConnections()
                            + " live clients (WS_CONNECTIONS_MAX).");
        }
        var _ = context.log().whenComplete().thenRun(places::release);
        return delegate.serve(context, request);
    }

    /// A browser always names the origin of the page; whoever names none is no browser. A page is
    /// our own when it came from the host and port that it now connects to; the scheme is not
    /// compared, because a proxy in front may have ended TLS.
    private boolean isAllowed(String origin, String host) {
        if (origin.isEmpty() || config.allowedOrigins().contains(ANY)) {
            return true;
        }
        String page = origin.toLowerCase(Locale.ROOT);
        if (config.allowedOrigins().contains(page)) {
            return true;
        }
        int scheme = page.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        String port = page.startsWith("https") ? ":443" : ":80";
        return withoutPort(page.substring(scheme + 3), port)
                .equals(withoutPort(host.toLowerCase(Locale.ROOT), port));
    }

    private static String withoutPort(String authority, String port) {
        return authority.endsWith(port)
                ? authority.substring(0, authority.length() - port.length())
                : authority;
    }
}
