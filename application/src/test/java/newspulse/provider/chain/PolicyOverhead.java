package newspulse.provider.chain;

import com.sun.management.OperatingSystemMXBean;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import newspulse.config.Settings;
import newspulse.embedded.EmbeddedRedis;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.Answers;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.provider.budget.RedisBudget;
import newspulse.provider.policy.CallPolicy;
import newspulse.provider.policy.Policies;
import newspulse.provider.policy.PolicyConfig;
import newspulse.provider.policy.Tally;
import newspulse.provider.time.Deadline;
import newspulse.provider.time.Time;
import newspulse.redis.BoundedRedis;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What a call costs in CPU beyond the bare call to a provider that answers at once: through the
/// policy, and through the whole chain with budget and cache in a real Redis (whose own CPU is
/// another process's). Rounds of each kind take turns in one run, 64 callers at a time; the median
/// round is printed.
public final class PolicyOverhead {
    private static final int CALLERS = 64;
    private static final int CALLS = 20_000;
    private static final int ROUNDS = 9;
    private static final Set<Part> ALL = Set.of(Part.values());
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PolicyOverhead() {}

    @FunctionalInterface
    private interface Call {
        Object make(Article article) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("policy-overhead");
        try (var redis = EmbeddedRedis.start(directory, 0, "", 0);
                var connections =
                        new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""))) {
            measure(connections, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        }
    }

    private static void measure(RedisConnections connections, PrometheusMeterRegistry registry)
            throws Exception {
        var provider = new Instant();
        Time time = Time.real();
        PolicyConfig config = Policies.of(256, 0, 0, 3, LONG);
        var policy = new CallPolicy(provider, config, Policies.UNBOUNDED, registry, time);
        ChainConfig settings =
                ChainConfig.from(
                        new Settings(
                                Map.of(
                                        "OPENAI_CONCURRENCY", "256",
                                        "OPENAI_REQUESTS_PER_MINUTE", "0",
                                        "OPENAI_TOKENS_PER_MINUTE", "0",
                                        "BUDGET_USD_PER_HOUR", "1000000",
                                        "BUDGET_USD_PER_DAY", "1000000",
                                        "BUDGET_TOKENS_PER_HOUR", "1000000000000",
                                        "BUDGET_TOKENS_PER_DAY", "1000000000000")));
        var chain =
                ProviderChain.open(
                        settings, List.of(provider), connections, registry, InstantSource.system());
        Analysis local = Answers.local();
        Call bare = article -> provider.ask(article, ALL, LONG);
        Call guarded = article -> policy.ask(article, ALL, Deadline.in(LONG, time), new Tally());
        var paying =
                new CallPolicy(
                        provider,
                        config,
                        new RedisBudget(
                                new BoundedRedis(connections),
                                settings.budget(),
                                new SimpleMeterRegistry(),
                                InstantSource.system(),
                                time),
                        new SimpleMeterRegistry(),
                        time);
        Call paid = article -> paying.ask(article, ALL, Deadline.in(LONG, time), new Tally());
        Call whole = article -> chain.refine(article, local, chain.providers(), LONG);
        untilRedisIsConnected(paid);
        double[][] micros = new double[4][ROUNDS];
        List<Call> kinds = List.of(bare, guarded, paid, whole);
        for (int round = -3; round < ROUNDS; round++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                double one = round(kinds.get(kind), kind + "-" + round);
                if (round >= 0) {
                    micros[kind][round] = one;
                }
            }
        }
        double base = median(micros[0]);
        System.out.printf("bare call      %7.1f us of CPU%n", base);
        System.out.printf("through policy %+7.1f us%n", median(micros[1]) - base);
        System.out.printf(
                "with budget    %+7.1f us (reserved and settled in Redis)%n",
                median(micros[2]) - base);
        System.out.printf(
                "whole chain    %+7.1f us (cache missed and filled, parts merged, too)%n",
                median(micros[3]) - base);
    }

    /// The first calls find a cold program, in which Redis takes longer than they wait for it.
    private static void untilRedisIsConnected(Call paid) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            try {
                paid.make(Answers.article("first-" + i));
            } catch (ProviderException e) {
                System.err.println("not yet: " + e.getMessage());
            }
        }
    }

    private static double round(Call call, String name) throws Exception {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            articles.add(Answers.article(name + "-" + i));
        }
        long begun = SYSTEM.getProcessCpuTime();
        List<Future<?>> done = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                done.add(
                        threads.submit(() -> {
                            for (int i = first; i < CALLS; i += CALLERS) {
                                call.make(articles.get(i));
                            }
                            return null;
                        }));
            }
        }
        for (Future<?> one : done) {
            one.get();
        }
        return (SYSTEM.getProcessCpuTime() - begun) / 1e3 / CALLS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static final class Instant implements Provider {
        private static final Answer ANSWER = Answers.to(ALL, new Usage(10, 5, 1_000));

        @Override
        public String name() {
            return "openai";
        }

        @Override
        public List<Set<Part>> calls() {
            return List.of(ALL);
        }

        @Override
        public String version() {
            return "v1";
        }

        @Override
        public Usage worstCase(Article article, Set<Part> parts) {
            return new Usage(100, 50, 10_000);
        }

        @Override
        public Answer ask(Article article, Set<Part> parts, Duration timeout) {
            return ANSWER;
        }

        @Override
        public void close() {}
    }
}
