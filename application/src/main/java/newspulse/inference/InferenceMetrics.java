package newspulse.inference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import newspulse.model.FailureCode;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/// What the inference service measures. Requests, successes and failures are counted in articles,
/// so that successes / requests is the success rate and never above 1.
final class InferenceMetrics {
    private final MeterRegistry registry;
    private final Counter single;
    private final Counter batch;
    private final Counter success;
    private final Timer duration;
    private final DistributionSummary latency;
    private final DistributionSummary batchSize;
    private final AtomicLong failures = new AtomicLong();

    InferenceMetrics(MeterRegistry registry, IntSupplier running) {
        this.registry = registry;
        single = registry.counter("inference_requests", "status", "single");
        batch = registry.counter("inference_requests", "status", "batch");
        success = registry.counter("inference_success");
        for (FailureCode code : FailureCode.values()) {
            failures(code);
        }
        duration =
                Timer.builder("inference_duration")
                        .description("From a request's bytes to its answer's")
                        .serviceLevelObjectives(
                                Duration.ofNanos(100_000),
                                Duration.ofMillis(1),
                                Duration.ofMillis(5),
                                Duration.ofMillis(25),
                                Duration.ofMillis(100),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10))
                        .register(registry);
        latency =
                DistributionSummary.builder("inference_latency_ms")
                        .description("Milliseconds from a request's bytes to its answer's")
                        .publishPercentiles(0.5, 0.9, 0.99)
                        .register(registry);
        batchSize =
                DistributionSummary.builder("inference_batch_size")
                        .description("Articles a batch request holds")
                        .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100)
                        .register(registry);
        Gauge.builder("active_inference_tasks", running::getAsInt)
                .description("Requests that are worked on now")
                .register(registry);
    }

    void requestedSingle() {
        single.increment();
    }

    void requestedBatch(int articles) {
        batch.increment(articles);
        batchSize.record(articles);
    }

    void succeeded(int articles, long nanos) {
        success.increment(articles);
        duration.record(Duration.ofNanos(nanos));
        latency.record(nanos / 1e6);
    }

    void failed(FailureCode code, int articles) {
        failures(code).increment(articles);
        failures.addAndGet(articles);
    }

    /// Counts what came of asking models outside about an article.
    void improved(String outcome) {
        registry.counter("inference_refinements", "outcome", outcome).increment();
    }

    long totalProcessed() {
        return (long) success.count();
    }

    /// Percent of the articles asked for; 100 when none was.
    double successRate() {
        double ended = success.count() + failures.get();
        return ended == 0 ? 100 : 100 * success.count() / ended;
    }

    double averageLatencyMs() {
        return duration.count() == 0 ? 0 : duration.mean(TimeUnit.MILLISECONDS);
    }

    private Counter failures(FailureCode code) {
        return registry.counter("inference_failure", "error_type", code.label());
    }
}
