package newspulse.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What it costs to follow 2,000 sources, all of them at the shortest interval, and how late they
/// are asked.
record SourcesBenchmark(Lab lab, Scale scale) {
    private static final int SOURCES = 2_000;
    private static final double GOAL_MEBIBYTES = 1_024;
    private static final Pattern LATENESS =
            Pattern.compile(
                    "\"interval_seconds\":([\\d.E-]+),\"answer_seconds\":[^,]+,"
                            + "\"lateness_seconds\":([\\d.E-]+)");

    List<Row> measure() throws IOException, InterruptedException {
        Path data = lab.fresh("sources");
        Path list = lab.fresh("sources.yaml");
        String interval = Long.toString(scale.interval().toSeconds());
        try (var farm = new FeedFarm(SOURCES)) {
            Files.writeString(list, farm.sources());
            Map<String, String> settings =
                    Map.of(
                            "SOURCES_FILE",
                            list.toString(),
                            "FETCH_ALLOW",
                            "127.0.0.0/8",
                            "FETCH_INTERVAL",
                            interval,
                            "FETCH_LONGEST_INTERVAL",
                            interval);
            try (var system = lab.startFetchingSystem(data, settings)) {
                system.awaitAnnounced();
                long begun = System.nanoTime();
                double before = system.processorSeconds();
                Thread.sleep(scale.interval().multipliedBy(scale.intervals()));
                double seconds = (System.nanoTime() - begun) / 1e9;
                double processor = system.processorSeconds() - before;
                List<Row> rows = rows(farm, system, seconds, processor);
                Progress.say("  %,d requests".formatted(farm.requests()));
                return rows;
            }
        } finally {
            Lab.remove(data);
        }
    }

    private List<Row> rows(FeedFarm farm, RunningSystem system, double seconds, double processor)
            throws IOException, InterruptedException {
        double interval = scale.interval().toSeconds();
        Resident resident = system.resident();
        return List.of(
                Row.Figure.of(
                                "%,d sources, largest lateness".formatted(SOURCES),
                                Measured.once(largestLateness(system)),
                                Unit.INTERVALS)
                        .atMost(1)
                        .noting(
                                "each asked every %.0f s, for %.0f s; %,d never asked"
                                        .formatted(interval, seconds, farm.neverAsked())),
                Row.Figure.of(
                                "  of that, seen by the feeds",
                                Measured.once(farm.longestGap() / interval),
                                Unit.INTERVALS)
                        .atMost(2)
                        .noting(
                                "longest between two requests to one that answers; shortest %.2f"
                                        .formatted(farm.shortestGap() / interval)),
                Row.Figure.of(
                                "  requests",
                                Measured.once(farm.requests() / seconds),
                                Unit.PER_SECOND)
                        .noting(
                                "%,d, of them %,d not modified"
                                        .formatted(farm.requests(), farm.unchanged())),
                Row.Figure.of("  processor", Measured.once(processor / seconds), Unit.CORES)
                        .noting("all roles and Redis, the articles' analysis included"),
                Row.Figure.of("  resident memory", Measured.once(resident.sum()), Unit.MEBIBYTES)
                        .atMost(GOAL_MEBIBYTES)
                        .noting(
                                "process %,.0f MiB, Redis %,.0f MiB"
                                        .formatted(resident.jvm(), resident.redis())));
    }

    /// Of all sources, as the system says itself, as a part of their intervals.
    private static double largestLateness(RunningSystem system)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(system.uri("http", "/sources"))
                            .timeout(Duration.ofSeconds(30))
                            .build();
            Matcher matcher = LATENESS.matcher(http.send(request, BodyHandlers.ofString()).body());
            double largest = 0;
            int sources = 0;
            while (matcher.find()) {
                double interval = Double.parseDouble(matcher.group(1));
                largest = Math.max(largest, Double.parseDouble(matcher.group(2)) / interval);
                sources++;
            }
            if (sources != SOURCES) {
                throw new IOException(sources + " of " + SOURCES + " sources were told");
            }
            return largest;
        }
    }
}
