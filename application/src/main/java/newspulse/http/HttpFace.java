package newspulse.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// The HTTP server of a process: the routes of its roles, and what every role answers (`/`, health,
/// metrics, documentation), within limits that hold for all of them.
public final class HttpFace implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final Duration QUIET_BEFORE_STOP = Duration.ofMillis(100);

    private final HttpConfig config;
    private final Health health;
    private final Server server;

    /// Prepares the server; it listens from [#start] on.
    ///
    /// @param routes each role's
    /// @param root what `GET /` answers programs, as JSON
    /// @param isDashboardHere whether browsers get the dashboard
    public HttpFace(
            HttpConfig config,
            Health health,
            PrometheusMeterRegistry registry,
            List<Consumer<ServerBuilder>> routes,
            HttpService root,
            boolean isDashboardHere) {
        this.config = config;
        this.health = health;
        ServerBuilder builder =
                Server.builder()
                        .port(
                                new InetSocketAddress(config.host(), config.port()),
                                SessionProtocol.HTTP)
                        .maxRequestLength(config.maxBodyBytes())
                        .requestTimeout(config.requestTimeout())
                        .http1MaxHeaderSize(MAX_HEADER_BYTES)
                        .errorHandler(new ErrorPages())
                        .gracefulShutdownTimeout(QUIET_BEFORE_STOP, config.shutdownTimeout())
                        .verboseResponses(false)
                        .meterRegistry(registry);
        config.metricsPort()
                .ifPresent(port ->
                        builder.port(
                                new InetSocketAddress(config.host(), port), SessionProtocol.HTTP));
        addHealth(builder);
        if (config.metricsEnabled()) {
            builder.service("/metrics", Methods.get((_, request) -> scrape(registry, request)));
        }
        Documentation.addTo(builder);
        routes.forEach(route -> route.accept(builder));
        addRoot(builder, root, isDashboardHere ? new SinglePage() : null);
        server = builder.build();
    }

    /// Listens.
    ///
    /// @throws IOException when the port is taken, in words for the operator
    public void start() throws IOException {
        try {
            server.start().join();
        } catch (CompletionException e) {
            throw new IOException(
                    "Cannot listen on "
                            + config.host()
                            + ":"
                            + config.port()
                            + ": is the port taken? Set HTTP_PORT to another one.",
                    e.getCause());
        }
    }

    public int port() {
        return server.activeLocalPort();
    }

    /// Open connections now.
    public int connections() {
        return server.config().serverMetrics().activeConnections();
    }

    /// Refuses new work, lets requests in flight end, and stops listening.
    @Override
    public void close() {
        health.draining();
        server.stop().join();
    }

    private void addHealth(ServerBuilder builder) {
        builder.service("/health", Methods.get((_, _) -> healthDocument(health.isReady())));
        builder.service("/health/ready", Methods.get((_, _) -> healthDocument(health.isReady())));
        builder.service(
                "/health/started", Methods.get((_, _) -> healthDocument(health.isStarted())));
        builder.service(
                "/health/live",
                Methods.get((_, _) ->
                        Answers.json(
                                HttpStatus.OK,
                                "{\"status\":\"alive\"}".getBytes(StandardCharsets.UTF_8))));
    }

    private HttpResponse healthDocument(boolean ok) {
        return Answers.json(ok ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, health.document());
    }

    private static HttpResponse scrape(PrometheusMeterRegistry registry, HttpRequest request) {
        String accepted = request.headers().get(HttpHeaderNames.ACCEPT, "");
        String type =
                accepted.contains("application/openmetrics-text")
                        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                        : "text/plain; version=0.0.4; charset=utf-8";
        return HttpResponse.of(
                ResponseHeaders.of(HttpStatus.OK, HttpHeaderNames.CONTENT_TYPE, type),
                HttpData.ofUtf8(registry.scrape(type)));
    }

    private static void addRoot(
            ServerBuilder builder, HttpService root, @Nullable SinglePage dashboard) {
        if (dashboard == null) {
            builder.service("/", Methods.get(root));
            builder.serviceUnder("/", SinglePage::notFound);
            return;
        }
        builder.service(
                "/",
                Methods.get((ServiceRequestContext context, HttpRequest request) ->
                        SinglePage.isBrowser(request.headers())
                                ? dashboard.page(context, request)
                                : root.serve(context, request)));
        builder.serviceUnder("/", dashboard);
    }
}
