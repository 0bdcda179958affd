package newspulse.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import newspulse.producer.sample.SampleNews;
import newspulse.wire.Json;

import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/// Uses a running system the way its users do, all at once and as fast as it answers: articles are
/// pushed, analysed alone and by the hundred, read, and followed live.
final class Rehearsal {
    private static final int TEXTS = 500;
    private static final int BATCH = 100;
    private static final int PUSHED_AT_ONCE = 500;
    private static final int SINGLES_AT_ONCE = 4;
    private static final List<String> READ =
            List.of("/news/recent", "/news/top", "/health", "/metrics", "/metrics/summary", "/");

    private final String address;
    private final SampleNews news = SampleNews.builtIn(1, Instant.now());
    private final AtomicInteger named = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Rehearsal(String address) {
        this.address = address;
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    void run(Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        List<byte[]> articles =
                news.opening(TEXTS, Duration.ofHours(1), Instant.now()).stream()
                        .map(draft -> draft.toJson("rehearsal-" + named.incrementAndGet()))
                        .toList();
        List<Thread> users = new ArrayList<>();
        users.add(user(end, () -> post("/articles", fresh(PUSHED_AT_ONCE))));
        users.add(user(end, () -> post("/inference/batch", array(articles.subList(0, BATCH)))));
        for (int i = 0; i < SINGLES_AT_ONCE; i++) {
            users.add(
                    user(
                            end,
                            () ->
                                    post(
                                            "/inference/single",
                                            articles.get(named.incrementAndGet() % TEXTS))));
        }
        users.add(user(end, this::read));
        follow();
        for (Thread user : users) {
            user.join();
        }
        http.shutdownNow();
    }

    private static Thread user(Instant end, Step step) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (Instant.now().isBefore(end)) {
                            step.take();
                        }
                    } catch (IOException e) {
                        System.err.println("newspulse: a rehearsal ended early: " + e);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /// Articles that were never sent before.
    private byte[] fresh(int count) {
        return array(
                news.opening(count, Duration.ofHours(1), Instant.now()).stream()
                        .map(draft -> draft.toJson("rehearsal-" + named.incrementAndGet()))
                        .toList());
    }

    private static byte[] array(List<byte[]> articles) {
        return Json.write((JsonGenerator json) -> {
            json.writeStartArray();
            articles.forEach(article -> json.writeRawValue(new String(article, UTF_8)));
            json.writeEndArray();
        });
    }

    private void post(String path, byte[] body) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private void read() throws IOException, InterruptedException {
        for (String path : READ) {
            http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(),
                    BodyHandlers.discarding());
        }
        Thread.sleep(100);
    }

    private void follow() {
        try {
            http.newWebSocketBuilder()
                    .buildAsync(
                            URI.create(address.replaceFirst("http", "ws") + "/ws"),
                            new WebSocket.Listener() {})
                    .join();
        } catch (CompletionException | CancellationException e) {
            System.err.println("newspulse: nothing was followed live: " + e);
        }
    }
}
