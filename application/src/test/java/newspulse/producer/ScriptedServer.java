package newspulse.producer;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.encoding.EncodingService;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A web server on the loopback address that answers each path as a test wants it, and remembers
/// what it was asked.
public final class ScriptedServer implements AutoCloseable {
    private final Map<String, Function<AggregatedHttpRequest, HttpResponse>> answers =
            new ConcurrentHashMap<>();
    private final List<RequestHeaders> requests = new CopyOnWriteArrayList<>();
    private final Server server;

    public ScriptedServer() {
        this.server =
                Server.builder()
                        .http(0)
                        .requestTimeoutMillis(0)
                        .service(
                                "prefix:/",
                                (_, request) ->
                                        HttpResponse.of(
                                                request.aggregate().thenApply(this::answer)))
                        .decorator(
                                EncodingService.builder()
                                        .minBytesToForceChunkedEncoding(64)
                                        .newDecorator())
                        .build();
        server.start().join();
    }

    public ScriptedServer on(String path, Function<AggregatedHttpRequest, HttpResponse> answer) {
        answers.put(path, answer);
        return this;
    }

    public ScriptedServer on(String path, MediaType type, String body) {
        return on(path, _ -> HttpResponse.of(HttpStatus.OK, type, "%s", body));
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.activeLocalPort() + path;
    }

    public int port() {
        return server.activeLocalPort();
    }

    public List<RequestHeaders> requests() {
        return List.copyOf(requests);
    }

    private HttpResponse answer(AggregatedHttpRequest request) {
        requests.add(request.headers());
        String path = request.path().replaceAll("\\?.*", "");
        Function<AggregatedHttpRequest, HttpResponse> answer = answers.get(path);
        return answer == null ? HttpResponse.of(HttpStatus.NOT_FOUND) : answer.apply(request);
    }

    @Override
    public void close() {
        var _ = server.closeAsync(); // its threads linger for two seconds, which nobody waits for
    }
}
