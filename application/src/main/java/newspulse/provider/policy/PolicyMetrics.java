package newspulse.provider.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import newspulse.provider.CallFailure;
import newspulse.provider.Usage;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// What is measured of one provider. A call that was retried counts once for each try.
final class PolicyMetrics {
    private static final double NANO = 1e9;

    private final Counter answered;
    private final Counter abandoned;
    private final Map<CallFailure, Counter> failed = new EnumMap<>(CallFailure.class);
    private final Timer duration;
    private final Counter retries;
    private final Counter hedges;
    private final Timer rateWait;
    private final Counter inputTokens;
    private final Counter outputTokens;
    private final Counter cost;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    PolicyMetrics(MeterRegistry registry, String provider, IntSupplier breakerState) {
        answered = calls(registry, provider, "answered");
        abandoned = calls(registry, provider, "abandoned");
        for (CallFailure failure : CallFailure.values()) {
            failed.put(failure, calls(registry, provider, failure.label()));
        }
        duration =
                Timer.builder("provider_call_duration")
                        .description("Of one try, from its request to its answer or failure")
                        .tag("provider", provider)
                        .serviceLevelObjectives(
                                Duration.ofMillis(5),
                                Duration.ofMillis(25),
                                Duration.ofMillis(100),
                                Duration.ofMillis(250),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(2500),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10))
                        .register(registry);
        retries = counter(registry, "provider_retries", provider, "Tries after the first");
        hedges = counter(registry, "provider_hedges", provider, "Tries beside a slow one");
        rateWait =
                Timer.builder("provider_rate_limit_wait")
                        .description("How long calls waited for our own limits a minute")
                        .tag("provider", provider)
                        .register(registry);
        inputTokens = tokens(registry, provider, "input");
        outputTokens = tokens(registry, provider, "output");
        cost =
                Counter.builder("provider_cost_usd")
                        .description(
                                "US dollars; where a provider does not say, the most it can be")
                        .tag("provider", provider)
                        .register(registry);
        gauge(registry, "provider_calls_in_flight", provider, inFlight::get);
        gauge(registry, "provider_calls_waiting", provider, waiting::get);
        gauge(registry, "provider_breaker_state", provider, breakerState);
    }

    void waits() {
        waiting.incrementAndGet();
    }

    void waited() {
        waiting.decrementAndGet();
    }

    void waitedForRate(long nanos) {
        rateWait.record(Duration.ofNanos(nanos));
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void ended(Duration took, Usage usage) {
        inFlight.decrementAndGet();
        duration.record(took);
        inputTokens.increment((double) usage.inputTokens());
        outputTokens.increment((double) usage.outputTokens());
        cost.increment(usage.costNanoUsd() / NANO);
    }

    void answered() {
        answered.increment();
    }

    void abandoned() {
        abandoned.increment();
    }

    void failed(CallFailure failure) {
        Objects.requireNonNull(failed.get(failure)).increment();
    }

    void retried() {
        retries.increment();
    }

    void hedged() {
        hedges.increment();
    }

    private static Counter calls(MeterRegistry registry, String provider, String outcome) {
        return Counter.builder("provider_calls")
                .description("Tries, by how they ended; those that were not even made among them")
                .tag("provider", provider)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Counter tokens(MeterRegistry registry, String provider, String direction) {
        return Counter.builder("provider_tokens")
                .description("Tokens; where a provider does not say, the most it can be")
                .tag("provider", provider)
                .tag("direction", direction)
                .register(registry);
    }

    private static Counter counter(
            MeterRegistry registry, String name, String provider, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("provider", provider)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry, String name, String provider, IntSupplier value) {
        Gauge.builder(name, value::getAsInt)
                .tag("provider", provider)
                .strongReference(true)
                .register(registry);
    }
}
