package newspulse.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How long an article takes from being pushed to a live client. An open loop: articles are sent on
/// a schedule, whatever becomes of the ones before, and each counts from the moment it was due, so
/// that a stall costs every article that it delays.
record LatencyBenchmark(Lab lab, Scale scale) {
    private static final int PER_SECOND = 100;
    private static final double GOAL_P50_MILLIS = 400;
    private static final double GOAL_P99_MILLIS = 1_000;
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);
    private static final long SEED = 3;

    List<Row> measure() throws IOException, InterruptedException {
        int before = (int) (scale.pushingBefore().toSeconds() * PER_SECOND);
        int measured = (int) (scale.pushing().toSeconds() * PER_SECOND);
        Path data = lab.fresh("latency");
        try (var system = lab.startIdleSystem(data)) {
            system.awaitReady();
            return rows(push(system, before, measured), measured);
        }
    }

    /// What became of the measured pushes.
    ///
    /// @param millis latencies of those that reached the client
    /// @param refused how many were not answered with 202
    /// @param lateMillis the longest that our own schedule was behind
    private record Pushed(List<Double> millis, long refused, double lateMillis) {}

    private Pushed push(RunningSystem system, int before, int measured)
            throws IOException, InterruptedException {
        List<HttpRequest> requests = requests(system, before + measured);
        List<CompletableFuture<Boolean>> answers = new ArrayList<>(requests.size());
        long[] due = new long[requests.size()];
        double late = 0;
        try (HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                LiveClient live =
                        LiveClient.connect(http, system.uri("ws", "/ws"), requests.size())) {
            long start = System.nanoTime();
            for (int i = 0; i < requests.size(); i++) {
                due[i] = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                long behind = sleepUntil(due[i]);
                late = i < before ? 0 : Math.max(late, behind / 1e6);
                answers.add(
                        http.sendAsync(requests.get(i), BodyHandlers.discarding())
                                .handle((answer, failure) ->
                                        failure == null && answer.statusCode() == 202));
            }
            long deadline = System.nanoTime() + LAST_PATIENCE.toNanos();
            while (live.received() < requests.size() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            List<Double> millis = new ArrayList<>(measured);
            for (int i = before; i < requests.size(); i++) {
                long at = live.arrivedNanos(i);
                if (at != LiveClient.NEVER) {
                    millis.add((at - due[i]) / 1e6);
                }
            }
            long refused =
                    answers.stream()
                            .skip(before)
                            .filter(accepted -> !accepted.getNow(false))
                            .count();
            return new Pushed(millis, refused, late);
        }
    }

    private static List<Row> rows(Pushed pushed, int measured) {
        String what = "push to WebSocket at " + PER_SECOND + "/s, ";
        if (pushed.millis().isEmpty()) {
            return List.of(
                    new Row.Missing(what + "p50", "no article came; refused: " + pushed.refused()));
        }
        String note =
                "%,d of %,d arrived, %d refused; own schedule late by %.0f ms at most"
                        .formatted(
                                pushed.millis().size(),
                                measured,
                                pushed.refused(),
                                pushed.lateMillis());
        return List.of(
                quantile(what + "p50", pushed, 0.5).atMost(GOAL_P50_MILLIS).noting(note),
                quantile(what + "p90", pushed, 0.9),
                quantile(what + "p99", pushed, 0.99).atMost(GOAL_P99_MILLIS),
                quantile(what + "max", pushed, 1));
    }

    private static Row.Figure quantile(String what, Pushed pushed, double part) {
        double value = Measured.quantile(pushed.millis(), part);
        return Row.Figure.of(what, Measured.once(value), Unit.MILLIS);
    }

    private static List<HttpRequest> requests(RunningSystem system, int count) throws IOException {
        var articles = new ArticleGenerator(SEED, Instant.now());
        List<HttpRequest> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requests.add(
                    HttpRequest.newBuilder(system.uri("http", "/articles"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(articles.next(LiveClient.id(i), i)))
                            .build());
        }
        return requests;
    }

    /// Waits for a moment.
    ///
    /// @return by how many nanoseconds it was missed
    private static long sleepUntil(long nanos) throws InterruptedException {
        while (true) {
            long left = nanos - System.nanoTime();
            if (left <= 0) {
                return -left;
            }
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
