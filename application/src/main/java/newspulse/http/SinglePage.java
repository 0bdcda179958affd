package newspulse.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ServerCacheControl;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.file.FileService;
import com.linecorp.armeria.server.file.HttpFile;

import newspulse.model.FailureCode;

import java.time.Duration;

/// Serves the dashboard from the class path: its files, and its page for every other address that a
/// browser opens. Anything else that nobody serves is a 404.
final class SinglePage implements HttpService {
    private static final String DIRECTORY = "dashboard";
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " connect-src 'self' ws: wss:; font-src 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'; form-action 'none'";

    private final HttpService files;
    private final HttpService page;

    SinglePage() {
        ClassLoader classes = SinglePage.class.getClassLoader();
        ServerCacheControl forEver =
                ServerCacheControl.builder()
                        .cachePublic()
                        .maxAge(Duration.ofDays(365))
                        .immutable()
                        .build();
        page =
                HttpFile.builder(classes, DIRECTORY + "/index.html")
                        .cacheControl(ServerCacheControl.REVALIDATED)
                        .addHeader("Content-Security-Policy", POLICY)
                        .addHeader("X-Content-Type-Options", "nosniff")
                        .addHeader("Referrer-Policy", "no-referrer")
                        .build()
                        .asService();
        HttpService otherwise = this::pageOrNotFound;
        files =
                FileService.builder(classes, DIRECTORY)
                        .cacheControl(forEver)
                        .addHeader("X-Content-Type-Options", "nosniff")
                        .build()
                        .orElse(otherwise);
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) throws Exception {
        boolean isFile = context.mappedPath().startsWith("/assets/") || isRootFile(context);
        return isRead(request) && isFile
                ? files.serve(context, request)
                : pageOrNotFound(context, request);
    }

    /// Whether a client wants a page to look at rather than data.
    static boolean isBrowser(RequestHeaders headers) {
        return headers.get(HttpHeaderNames.ACCEPT, "").contains("text/html");
    }

    HttpResponse page(ServiceRequestContext context, HttpRequest request) throws Exception {
        return page.serve(context, request);
    }

    private HttpResponse pageOrNotFound(ServiceRequestContext context, HttpRequest request)
            throws Exception {
        return isRead(request) && isBrowser(request.headers())
                ? page(context, request)
                : notFound(context, request);
    }

    static HttpResponse notFound(ServiceRequestContext context, HttpRequest request) {
        return Problems.of(FailureCode.NOT_FOUND, "There is nothing at " + context.path() + ".");
    }

    private static boolean isRead(HttpRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    private static boolean isRootFile(ServiceRequestContext context) {
        String path = context.mappedPath();
        return path.indexOf('.') > 0 && !path.endsWith(".html");
    }
}
