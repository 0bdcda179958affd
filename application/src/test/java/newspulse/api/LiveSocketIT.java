package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.server.Server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.model.Revision;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class LiveSocketIT {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LiveMetrics metrics = new LiveMetrics(registry);
    private final LiveHub hub = new LiveHub(metrics);
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void givesTheNewestFirstAndThenWhateverComes() throws Exception {
        int port = serve(Configs.live(10, 1_000, 1 << 24));
        publish(0, 12);
        RecordingClient client = connect(port);
        Eventually.holds("initial data", () -> client.texts().size() == 1);
        String initial = client.texts().getFirst();
        assertThat(initial)
                .isEqualTo(
                        "{\"type\":\"initial_data\",\"data\":["
                                + String.join(
                                        ",",
                                        IntStream.range(0, 10)
                                                .mapToObj(i -> text("a" + (11 - i)))
                                                .toList())
                                + "]}");
        publish(12, 14);
        Eventually.holds("news", () -> client.texts().size() == 3);
        assertThat(client.texts().get(1))
                .isEqualTo("{\"type\":\"new_analysis\",\"data\":" + text("a12") + "}");
    }

    @Test
    void aHigherRevisionIsNewsAndALowerOneIsNot() throws Exception {
        int port = serve(Configs.live(10, 1_000, 1 << 24));
        RecordingClient client = connect(port);
        Eventually.holds("initial data", () -> client.texts().size() == 1);
        hub.publish(Articles.arrival("a", new Revision(1, 2), 0.5));
        hub.publish(Articles.arrival("a", new Revision(1, 1), 0.5));
        hub.publish(Articles.arrival("a", new Revision(1, 2), 0.5));
        hub.publish(Articles.arrival("a", new Revision(2, 1), 0.5));
        hub.publish(Articles.arrival("b"));
        Eventually.holds("last", () -> client.texts().getLast().contains(text("b")));
        assertThat(client.texts()).hasSize(4);
    }

    @Test
    void aHundredClientsWhoComeWhileNewsFlowsMissAndDoubleNothing() throws Exception {
        int port = serve(Configs.live(100, 10_000, 1 << 26));
        publish(0, 5);
        List<RecordingClient> clients = new ArrayList<>();
        Thread feed = Thread.ofPlatform().start(() -> publish(5, 2_000));
        for (int i = 0; i < 100; i++) {
            clients.add(connect(port));
        }
        feed.join();
        publish(2_000, 2_100);
        for (RecordingClient client : clients) {
            Eventually.holds("all", () -> client.texts().getLast().contains(text("a2099")));
            assertThat(client.newsAfterInitial()).isEqualTo(client.expectedAfterInitial(2_100));
        }
        assertThat(registry.counter("websocket_dropped").count()).isZero();
        assertThat(registry.get("active_websocket_connections").gauge().value()).isEqualTo(100);
    }

    @Test
    void theOneTooManyIsAskedToComeBackAndAPlaceGetsFree() throws Exception {
        int port = serve(Configs.live(2, 1_000, 1 << 24));
        RecordingClient first = connect(port);
        connect(port);
        AggregatedHttpResponse refusal = upgrade(port, "");
        assertThat(refusal.status().code()).isEqualTo(503);
        assertThat(refusal.headers().get(HttpHeaderNames.RETRY_AFTER)).isNotNull();
        assertThat(refusal.contentType()).hasToString("application/problem+json");
        first.close();
        Eventually.holds("left", () -> hub.clients() == 1);
        RecordingClient third = connect(port);
        Eventually.holds("initial data", () -> third.texts().size() == 1);
    }

    @Test
    void pagesOfStrangersAreRefusedAndOthersAreNot() throws Exception {
        int port = serve(Configs.live(10, 1_000, 1 << 24));
        assertThat(upgrade(port, "http://evil.example").status().code()).isEqualTo(403);
        assertThat(upgrade(port, "null").status().code()).isEqualTo(403);
        assertThat(upgrade(port, "http://127.0.0.1:" + (port + 1)).status().code()).isEqualTo(403);
        for (String origin : List.of("http://127.0.0.1:" + port, "https://friend.example")) {
            try (var client = RecordingClient.connect(port, Map.of("Origin", origin))) {
                Eventually.holds("initial data", () -> client.texts().size() == 1);
            }
        }
        assertThat(registry.counter("websocket_ended", "reason", "refused_origin").count())
                .isEqualTo(3);
    }

    @Test
    void aPlainRequestIsToldToUpgrade() throws Exception {
        int port = serve(Configs.live(10, 1_000, 1 << 24));
        AggregatedHttpResponse answer =
                WebClient.of("http://127.0.0.1:" + port).blocking().get("/ws");
        assertThat(answer.status().code()).isEqualTo(426);
        assertThat(answer.contentType()).hasToString("application/problem+json");
    }

    @Test
    void aClientThatNeverReadsHoldsNobodyUpAndCostsAFixedAmount() throws Exception {
        int port = serve(Configs.live(10, 100, 1 << 20, Duration.ofSeconds(2)));
        try (RawClient dead = RawClient.connect(port)) {
            RecordingClient lively = connect(port);
            Eventually.holds("initial data", () -> lively.texts().size() == 1);
            String filler = "x".repeat(20_000);
            int sent = 0;
            while (registry.counter("websocket_dropped").count() < 50) {
                hub.publish(
                        Articles.arrival(Articles.json("a" + sent, Revision.FIRST, 0.5, filler)));
                sent++;
                int soFar = sent + 1;
                Eventually.holds("the lively one has it", () -> lively.texts().size() == soFar);
            }
            Eventually.holds("the dead one is ended", () -> hub.clients() == 1);
            assertThat(registry.counter("websocket_ended", "reason", "stalled").count())
                    .isEqualTo(1);
            assertThat(lively.isClosed()).isFalse();
            assertThat(dead.isOpenHere()).isTrue();
        }
    }

    @Test
    void answersPingAndCloseAndRefusesHugeMessages() throws Exception {
        int port = serve(Configs.live(10, 1_000, 1 << 24));
        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.next().text()).startsWith("{\"type\":\"initial_data\"");
            client.send(1, "hello".getBytes(StandardCharsets.UTF_8));
            client.send(9, "are you there".getBytes(StandardCharsets.UTF_8));
            assertThat(client.next()).isEqualTo(new RawClient.Frame(10, "are you there"));
            client.send(8, new byte[] {0x03, (byte) 0xE8});
            assertThat(client.next().opcode()).isEqualTo(8);
        }
        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.next().opcode()).isEqualTo(1);
            client.send(1, new byte[20_000]);
            assertThat(client.next().closeStatus()).isEqualTo(1009);
        }
        Eventually.holds("all left", () -> hub.clients() == 0);
    }

    @Test
    void drainingSendsEverybodyAwayWithAGoodReason() throws Exception {
        int port = serve(Configs.live(10, 1_000, 1 << 24));
        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.next().opcode()).isEqualTo(1);
            publish(0, 3);
            hub.close(Duration.ofSeconds(5));
            for (int i = 0; i < 3; i++) {
                assertThat(client.next().text()).contains("new_analysis");
            }
            assertThat(client.next().closeStatus()).isEqualTo(1001);
        }
        assertThat(upgrade(port, "").status().code()).isEqualTo(503);
        assertThat(hub.clients()).isZero();
    }

    private int serve(ApiConfig config) {
        Server server =
                Server.builder()
                        .http(0)
                        .requestTimeout(Duration.ofSeconds(1))
                        .gracefulShutdownTimeoutMillis(0, 0)
                        .service("/ws", new LiveSocket(hub, config, metrics).service())
                        .build();
        server.start().join();
        // Stopping takes two seconds, for which no other test has to wait.
        opened.add(() -> {
            var _ = server.stop();
        });
        return server.activeLocalPort();
    }

    private RecordingClient connect(int port) {
        RecordingClient client = RecordingClient.connect(port, Map.of());
        opened.add(client);
        return client;
    }

    private AggregatedHttpResponse upgrade(int port, String origin) {
        return RawClient.refusedUpgrade(URI.create("http://127.0.0.1:" + port + "/ws"), origin);
    }

    private void publish(int from, int to) {
        for (int i = from; i < to; i++) {
            hub.publish(Articles.arrival("a" + i));
        }
    }

    private static String text(String id) {
        return new String(Articles.json(id), StandardCharsets.UTF_8);
    }
}
