package newspulse.refiner;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.kafka.KafkaConfig;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// How much of the possible the refiner makes of 200 places: with calls of 100 ms, 2,000 calls a
/// second. From the topic and back to it, on a broker in the same process, one article a key:
/// `./newspulse bench-refiner`.
public final class RefinerBenchmark {
    private static final int IN_FLIGHT = 200;
    private static final int ARTICLES = 40_000;
    private static final long WARM_UP = Duration.ofSeconds(3).toNanos();
    private static final long MEASURED = Duration.ofSeconds(8).toNanos();
    private static final double MEAN_MILLIS = 100;

    private RefinerBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("refiner-benchmark");
        try (var log = new RefinerFixture(directory)) {
            measure(log, "constant", () -> MEAN_MILLIS);
            measure(
                    log,
                    "exponential",
                    () -> -MEAN_MILLIS * Math.log(1 - ThreadLocalRandom.current().nextDouble()));
        }
        System.exit(0);
    }

    private static void measure(RefinerFixture log, String name, Supplier<Double> millis)
            throws Exception {
        KafkaConfig kafka = log.topic(name, 4);
        RefinerFixture.write(kafka, 0, ARTICLES);
        var done = new LongAdder();
        var slept = new LongAdder();
        var registry = new SimpleMeterRegistry();
        try (var service =
                new RefinerService(
                        new RefinerConfig(
                                RefinerFixture.group(kafka),
                                IN_FLIGHT,
                                Duration.ofSeconds(10),
                                Duration.ofHours(6)),
                        kafka,
                        new Timed(millis, done, slept),
                        new Cascade(0),
                        "benchmark",
                        registry,
                        InstantSource.system(),
                        failure -> Runtime.getRuntime().halt(9))) {
            service.start();
            Eventually.holds("begun", () -> done.sum() > 0);
            Thread.sleep(Duration.ofNanos(WARM_UP));
            long before = done.sum();
            double publishedBefore = registry.counter("refiner_published").count();
            long start = System.nanoTime();
            Thread.sleep(Duration.ofNanos(MEASURED));
            double seconds = (System.nanoTime() - start) / 1e9;
            double calls = (done.sum() - before) / seconds;
            double published =
                    (registry.counter("refiner_published").count() - publishedBefore) / seconds;
            double possible = IN_FLIGHT / MEAN_MILLIS * 1e3;
            System.out.printf(
                    "%-12s %,.0f calls/s, %.1f %% of the possible %,.0f; %,.0f published/s;"
                            + " a call took %.1f ms%n",
                    name,
                    calls,
                    100 * calls / possible,
                    possible,
                    published,
                    slept.sum() / 1e6 / done.sum());
        }
    }

    private record Timed(Supplier<Double> millis, LongAdder done, LongAdder slept)
            implements Refinement {
        @Override
        public Refined refine(
                Article article, Analysis local, List<String> providers, Duration deadline)
                throws InterruptedException {
            long start = System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.round(millis.get() * 1e6)));
            slept.add(System.nanoTime() - start);
            done.increment();
            return new Refined(ScriptedRefinement.refined(local, "test"), List.of());
        }

        @Override
        public List<String> providers() {
            return List.of("timed");
        }
    }
}
