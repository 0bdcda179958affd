package newspulse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How long it takes from the command to a system that says it is ready.
record StartBenchmark(Lab lab, Scale scale) {
    private static final double GOAL_SECONDS = 8;
    private static final long SEED = 7;

    List<Row> measure() throws IOException, InterruptedException {
        List<Double> empty = new ArrayList<>();
        for (int round = 0; round < scale.rounds(); round++) {
            Path data = lab.fresh("start");
            try (var system = lab.startIdleSystem(data)) {
                empty.add(system.awaitReady());
            }
        }
        Path data = lab.fresh("start");
        fill(data);
        List<Double> existing = new ArrayList<>();
        for (int round = 0; round < scale.rounds(); round++) {
            try (var system = lab.startIdleSystem(data)) {
                existing.add(system.awaitReady());
            }
        }
        return List.of(
                Row.Figure.of("start to ready, no data", Measured.of(empty), Unit.SECONDS)
                        .atMost(GOAL_SECONDS),
                Row.Figure.of(
                                "start to ready, %,d articles there".formatted(scale.existing()),
                                Measured.of(existing),
                                Unit.SECONDS)
                        .atMost(GOAL_SECONDS));
    }

    private void fill(Path data) throws IOException, InterruptedException {
        Path file = lab.fresh("start.ndjson");
        new ArticleGenerator(SEED, Instant.now()).write(file, scale.existing());
        try (var system = lab.startSystem(data, file)) {
            system.awaitAnnounced();
            Arrivals.until(system, scale.existing());
        }
        Lab.remove(file);
    }
}
