package newspulse.refiner;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.config.Settings;
import newspulse.embedded.EmbeddedRedis;
import newspulse.kafka.KafkaConfig;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.Answers;
import newspulse.provider.Cascade;
import newspulse.provider.Provider;
import newspulse.provider.Refinement;
import newspulse.provider.Usage;
import newspulse.provider.chain.ChainConfig;
import newspulse.provider.chain.ProviderChain;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Supplier<Double> exponential =
                () -> -MEAN_MILLIS * Math.log(1 - ThreadLocalRandom.current().nextDouble());
        try (var log = new RefinerFixture(directory.resolve("kafka"));
                var redis = EmbeddedRedis.start(directory.resolve("redis"), 0, "", 0);
                var connections =
                        new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""))) {
            var constant = new Timed(() -> MEAN_MILLIS);
            measure(log, "constant", constant, constant.calls());
            var spread = new Timed(exponential);
            measure(log, "exponential", spread, spread.calls());
            var asked = new TimedProvider(new Timed(() -> MEAN_MILLIS));
            try (var chain = chain(asked, connections)) {
                measure(log, "chain", chain, asked.timed().calls());
            }
        }
        System.exit(0);
    }

    /// What stands before a provider: limits that do not bind, and the budget in Redis. The cache
    /// is off, for all the texts are one.
    private static ProviderChain chain(Provider provider, RedisConnections connections) {
        Map<String, String> wide =
                Map.of(
                        "OPENAI_CONCURRENCY", Integer.toString(IN_FLIGHT),
                        "OPENAI_CACHE", "false",
                        "OPENAI_REQUESTS_PER_MINUTE", "0",
                        "OPENAI_TOKENS_PER_MINUTE", "0",
                        "BUDGET_USD_PER_HOUR", "1000000",
                        "BUDGET_USD_PER_DAY", "1000000");
        return ProviderChain.open(
                ChainConfig.from(new Settings(wide)),
                List.of(provider),
                connections,
                new SimpleMeterRegistry(),
                InstantSource.system());
    }

    private static void measure(
            RefinerFixture log, String name, Refinement refinement, CallTimes calls)
            throws Exception {
        KafkaConfig kafka = log.topic(name, 4);
        RefinerFixture.write(kafka, 0, ARTICLES);
        var registry = new SimpleMeterRegistry();
        try (var service =
                new RefinerService(
                        new RefinerConfig(
                                RefinerFixture.group(kafka),
                                IN_FLIGHT,
                                Duration.ofSeconds(10),
                                Duration.ofHours(6)),
                        kafka,
                        refinement,
                        new Cascade(0),
                        "benchmark",
                        registry,
                        InstantSource.system(),
                        failure -> Runtime.getRuntime().halt(9))) {
            service.start();
            Eventually.holds("begun", () -> calls.done().sum() > 0);
            Thread.sleep(Duration.ofNanos(WARM_UP));
            long before = calls.done().sum();
            double publishedBefore = registry.counter("refiner_published").count();
            long start = System.nanoTime();
            Thread.sleep(Duration.ofNanos(MEASURED));
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = (calls.done().sum() - before) / seconds;
            double published =
                    (registry.counter("refiner_published").count() - publishedBefore) / seconds;
            double possible = IN_FLIGHT / MEAN_MILLIS * 1e3;
            System.out.printf(
                    "%-12s %,.0f calls/s, %.1f %% of the possible %,.0f; %,.0f published/s;"
                            + " a call took %.1f ms%n",
                    name,
                    rate,
                    100 * rate / possible,
                    possible,
                    published,
                    calls.slept().sum() / 1e6 / calls.done().sum());
        }
    }

    private record CallTimes(LongAdder done, LongAdder slept) {}

    /// Answers after a while, and nothing else.
    private record Timed(Supplier<Double> millis, CallTimes calls) implements Refinement {
        Timed(Supplier<Double> millis) {
            this(millis, new CallTimes(new LongAdder(), new LongAdder()));
        }

        void call() throws InterruptedException {
            long start = System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.round(millis.get() * 1e6)));
            calls.slept().add(System.nanoTime() - start);
            calls.done().increment();
        }

        @Override
        public Refined refine(
                Article article, Analysis local, List<String> providers, Duration deadline)
                throws InterruptedException {
            call();
            return new Refined(ScriptedRefinement.refined(local, "test"), List.of());
        }

        @Override
        public List<String> providers() {
            return List.of("timed");
        }
    }

    /// The same as a provider, whose calls cost something.
    private record TimedProvider(Timed timed) implements Provider {
        private static final Usage WORST = new Usage(1_000, 200, 1_000_000);

        @Override
        public String name() {
            return "openai";
        }

        @Override
        public List<Set<Part>> calls() {
            return List.of(Set.of(Part.SENTIMENT));
        }

        @Override
        public String version() {
            return "timed";
        }

        @Override
        public Usage worstCase(Article article, Set<Part> parts) {
            return WORST;
        }

        @Override
        public Answer ask(Article article, Set<Part> parts, Duration timeout)
                throws InterruptedException {
            timed.call();
            return Answers.to(parts, new Usage(800, 100, 500_000));
        }

        @Override
        public void close() {}
    }
}
