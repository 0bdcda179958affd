package newspulse.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.model.FailureCode;

import java.util.Map;
import java.util.stream.Collectors;

/// One path and what each method does there; any other method is a 405 that names those allowed.
public final class Methods implements HttpService {
    private final Map<HttpMethod, HttpService> services;
    private final String allowed;

    private Methods(Map<HttpMethod, HttpService> services) {
        this.services = services;
        this.allowed =
                services.keySet().stream()
                        .map(HttpMethod::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /// A resource that is read. HEAD works wherever GET does.
    public static Methods get(HttpService service) {
        return new Methods(Map.of(HttpMethod.GET, service, HttpMethod.HEAD, service));
    }

    /// A resource that takes a JSON body.
    public static Methods post(HttpService service) {
        return new Methods(Map.of(HttpMethod.POST, service));
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) throws Exception {
        HttpService service = services.get(request.method());
        if (service != null) {
            return service.serve(context, request);
        }
        HttpResponse refusal =
                Problems.of(
                        FailureCode.METHOD_NOT_ALLOWED,
                        context.path() + " takes " + allowed + ", not " + request.method() + ".");
        return refusal.mapHeaders(
                headers -> headers.toBuilder().set(HttpHeaderNames.ALLOW, allowed).build());
    }
}
