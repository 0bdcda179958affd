package newspulse.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A system that was started to be measured, seen from outside.
final class RunningSystem implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Pattern REDIS_PORT = Pattern.compile("\"redisPort\"\\s*:\\s*(\\d+)");
    private static final int LAST_LINES = 20;

    private final Lab lab;
    private final Process process;
    private final Path data;
    private final int port;
    private final Path log;
    private final long startNanos;
    private long announcedNanos;
    private int redisPort;

    RunningSystem(Lab lab, Process process, Path data, int port, Path log, long startNanos) {
        this.lab = lab;
        this.process = process;
        this.data = data;
        this.port = port;
        this.log = log;
        this.startNanos = startNanos;
    }

    /// Waits until the system has announced itself: its sources run from about then on.
    ///
    /// @return itself
    /// @throws IOException with the end of its log when it does not come so far
    RunningSystem awaitAnnounced() throws IOException, InterruptedException {
        Path running = data.resolve("running.json");
        long deadline = startNanos + START_PATIENCE.toNanos();
        while (!Files.exists(running)) {
            if (process.waitFor(2, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IOException("the system did not start:\n" + endOfLog());
            }
        }
        announcedNanos = System.nanoTime();
        Matcher matcher = REDIS_PORT.matcher(Files.readString(running));
        if (!matcher.find()) {
            throw new IOException(running + " does not name the port of Redis");
        }
        redisPort = Integer.parseInt(matcher.group(1));
        return this;
    }

    /// Waits until the system says itself that it is ready, over HTTP.
    ///
    /// @return seconds since its process was started
    double awaitReady() throws IOException, InterruptedException {
        awaitAnnounced();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri("http", "/health/ready")).build();
            long deadline = startNanos + START_PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                if (isReady(http, request)) {
                    return (System.nanoTime() - startNanos) / 1e9;
                }
                Thread.sleep(5);
            }
        }
        throw new IOException("the system did not become ready:\n" + endOfLog());
    }

    /// When it was seen to have announced itself, by [System#nanoTime].
    long announcedNanos() {
        return announcedNanos;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port + path);
    }

    /// Opens a connection to its Redis.
    RedisCount redis() throws IOException {
        return RedisCount.connect(redisPort);
    }

    /// Memory of its own process and of its children now.
    Resident resident() throws IOException, InterruptedException {
        List<Long> children = process.children().map(ProcessHandle::pid).toList();
        double ofChildren = 0;
        for (long child : children) {
            ofChildren += Resident.mebibytesOf(child);
        }
        return new Resident(Resident.mebibytesOf(process.pid()), ofChildren);
    }

    /// Processor time that its own process and its children have taken, in seconds.
    double processorSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.children())
                        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    /// The sum of a counter's samples in `/metrics`.
    double counter(String name) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String metrics =
                    http.send(
                                    HttpRequest.newBuilder(uri("http", "/metrics")).build(),
                                    BodyHandlers.ofString())
                            .body();
            return metrics.lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }

    String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    @Override
    public void close() {
        lab.end(process);
    }

    private static boolean isReady(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException _) {
            return false;
        }
    }
}
