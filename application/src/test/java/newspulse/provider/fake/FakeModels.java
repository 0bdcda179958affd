package newspulse.provider.fake;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server of models on the loopback address that speaks OpenAI's chat completions
/// (`/v1/chat/completions`) and Hugging Face's inference API (`/models/...`, `/pipeline/...`, and
/// `/` as an endpoint that serves one model), over HTTP/1.1 and HTTP/2 in the clear, and misbehaves
/// on demand. What it does can be changed while it runs, from outside the process too (see
/// FakeControls).
public final class FakeModels implements AutoCloseable {
    private static final int MOST_REMEMBERED = 2_000;

    private final Server server;
    private final Calls calls = new Calls();
    private final List<AggregatedHttpRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.ANSWER;
    private volatile Latency latency = Latency.NONE;
    private volatile ChatModel chat = new HonestModel();
    private volatile Classifier classifier = Classifier.HONEST;

    /// Starts on a free port.
    public FakeModels() {
        this(0);
    }

    public FakeModels(int port) {
        server =
                Server.builder()
                        .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .requestTimeoutMillis(0)
                        .maxRequestLength(1 << 24)
                        .service(
                                "prefix:/",
                                (context, request) ->
                                        HttpResponse.of(
                                                request.aggregate()
                                                        .thenApply(whole -> serve(context, whole))))
                        .build();
        server.start().join();
    }

    /// Serves on the port given (default 8900) until it is ended: for trying the system by hand.
    public static void main(String... arguments) throws InterruptedException {
        int port = arguments.length == 0 ? 8900 : Integer.parseInt(arguments[0]);
        try (var models = new FakeModels(port)) {
            System.out.println("Models that are none, at " + models.address("http", ""));
            models.server.blockUntilShutdown();
        }
    }

    public FakeModels behave(Behaviour next) {
        behaviour = next;
        return this;
    }

    /// Every request is broken off from now on, until [#bright].
    public FakeModels dark() {
        return behave(Behaviour.RESET);
    }

    public FakeModels bright() {
        return behave(Behaviour.ANSWER);
    }

    public FakeModels take(Latency next) {
        latency = next;
        return this;
    }

    public FakeModels write(ChatModel next) {
        chat = next;
        return this;
    }

    public FakeModels classify(Classifier next) {
        classifier = next;
        return this;
    }

    public Calls calls() {
        return calls;
    }

    /// The first requests, as they came.
    public List<AggregatedHttpRequest> requests() {
        return List.copyOf(requests);
    }

    /// An address of this server with the scheme `http` or `h2c`.
    public URI address(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.activeLocalPort() + path);
    }

    private HttpResponse serve(ServiceRequestContext context, AggregatedHttpRequest request) {
        if (context.path().equals(FakeControls.PATH)) {
            return FakeControls.serve(request, this);
        }
        if (requests.size() < MOST_REMEMBERED) {
            requests.add(request);
        }
        if (request.path().equals("/elsewhere")) {
            return HttpResponse.of(HttpStatus.OK);
        }
        JsonNode body = Json.mapper().readTree(request.content().array());
        boolean isChat = request.path().endsWith("/chat/completions");
        String article = isChat ? userMessage(body) : body.path("inputs").toString();
        calls.begin(article);
        var _ = context.log().whenComplete().thenRun(() -> calls.end(article));
        Behaviour now = behaviour;
        byte[] good = isChat ? chat(body, now) : classify(body, now);
        HttpResponse response = Misbehaviour.of(now, good, context);
        var wait = latency.next();
        return wait.isZero() ? response : HttpResponse.delayed(response, wait);
    }

    private byte[] chat(JsonNode body, Behaviour now) {
        String model = body.path("model").stringValue("");
        String content =
                now == Behaviour.WRONG_SCHEMA
                        ? "{\"verdict\":\"good\"}"
                        : chat.write(Json.mapper().readTree(userMessage(body)), body);
        ObjectNode completion =
                now == Behaviour.REFUSAL
                        ? ChatWire.refusal(model)
                        : ChatWire.completion(model, content, body.toString().length());
        if (now == Behaviour.NO_USAGE) {
            completion.remove("usage");
        }
        if (now == Behaviour.NO_CHOICES) {
            completion.putArray("choices");
        }
        return Json.mapper().writeValueAsBytes(completion);
    }

    private byte[] classify(JsonNode body, Behaviour now) {
        return now == Behaviour.WRONG_SCHEMA
                ? "{\"verdict\":\"good\"}".getBytes(StandardCharsets.US_ASCII)
                : Json.mapper().writeValueAsBytes(classifier.answer(body));
    }

    private static String userMessage(JsonNode body) {
        return body.path("messages").path(1).path("content").stringValue("{}");
    }

    @Override
    public void close() {
        var _ = server.closeAsync(); // its threads linger for two seconds, which nobody waits for
    }
}
