package newspulse.provider.chain;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Provider;
import newspulse.provider.Refinement;
import newspulse.provider.budget.Budget;
import newspulse.provider.budget.RedisBudget;
import newspulse.provider.cache.AnswerCache;
import newspulse.provider.cache.RedisAnswerCache;
import newspulse.provider.policy.CallPolicy;
import newspulse.provider.policy.PolicyConfig;
import newspulse.provider.time.Deadline;
import newspulse.provider.time.Time;
import newspulse.redis.BoundedRedis;
import newspulse.redis.RedisConnections;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Asks the providers in order of preference, part by part, and leaves the local answer where none
/// of them has a better one. It owns the providers.
public final class ProviderChain implements Refinement, AutoCloseable {
    private static final double NANOS_IN_MS = 1e6;

    private final Map<String, Member> members;
    private final List<Provider> unused;
    private final Duration longest;
    private final ChainMetrics metrics;
    private final InstantSource clock;
    private final Time time;

    /// Puts the policy, the shared budget and the cache before providers; connects to nothing yet.
    ///
    /// @param providers those that are set up, in any order; closed with the chain
    public static ProviderChain open(
            ChainConfig config,
            List<Provider> providers,
            RedisConnections connections,
            MeterRegistry registry,
            InstantSource clock) {
        Time time = Time.real();
        var redis = new BoundedRedis(connections);
        var budget = new RedisBudget(redis, config.budget(), registry, clock, time);
        var cache = new RedisAnswerCache(redis, config.cacheKept(), registry);
        return new ProviderChain(config, providers, budget, cache, registry, clock, time);
    }

    ProviderChain(
            ChainConfig config,
            List<Provider> providers,
            Budget budget,
            AnswerCache cache,
            MeterRegistry registry,
            InstantSource clock,
            Time time) {
        this.longest = config.deadline();
        this.metrics = new ChainMetrics(registry);
        this.clock = clock;
        this.time = time;
        this.unused = new ArrayList<>(providers);
        this.members = new LinkedHashMap<>();
        for (String name : config.order()) {
            PolicyConfig policy = config.policies().get(name);
            for (Provider provider : providers) {
                if (policy != null && provider.name().equals(name)) {
                    members.put(
                            name,
                            new Member(
                                    new CallPolicy(provider, policy, budget, registry, time),
                                    policy.cached() ? Optional.of(cache) : Optional.empty()));
                    unused.remove(provider);
                }
            }
        }
    }

    @Override
    public Refined refine(
            Article article, Analysis local, List<String> providers, Duration deadline)
            throws InterruptedException {
        Duration allowed = deadline.compareTo(longest) < 0 ? deadline : longest;
        List<Member> asked =
                providers.stream().distinct().map(members::get).filter(Objects::nonNull).toList();
        long begun = time.nanos();
        Asking.Result result =
                new Asking(article, local, asked, Deadline.in(allowed, time), metrics).run();
        double tookMs = (time.nanos() - begun) / NANOS_IN_MS;
        Analysis merged =
                Merge.of(local, result.given(), result.tally().total(), clock.instant(), tookMs);
        for (Part part : Part.values()) {
            metrics.answered(
                    Objects.requireNonNull(merged.provenance().providers().get(part)), part);
        }
        return new Refined(merged, result.misses());
    }

    @Override
    public List<String> providers() {
        return List.copyOf(members.keySet());
    }

    /// Closes the providers; calls under way fail.
    @Override
    public void close() {
        members.values().forEach(member -> member.provider().close());
        unused.forEach(Provider::close);
    }
}
