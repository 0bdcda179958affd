package newspulse.producer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import newspulse.model.FailureCode;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/// What the sources count: `news_fetched_total{source_kind}`, `news_fetch_duration_seconds`,
/// `news_fetch_lateness_seconds`, `news_fetch_failures_total{code}` and `news_sources{state}`.
public final class FetchMetrics {
    private final MeterRegistry registry;
    private final Map<SourceKind, Counter> fetched = new EnumMap<>(SourceKind.class);
    private final Timer duration;
    private final Timer lateness;

    public FetchMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (SourceKind kind : SourceKind.values()) {
            Counter counter =
                    Counter.builder("news.fetched")
                            .description("Articles that the sources gave, known ones among them")
                            .tag("source_kind", kind.label())
                            .register(registry);
            fetched.put(kind, counter);
        }
        this.duration =
                Timer.builder("news.fetch.duration")
                        .description("How long a source took to answer")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(10))
                        .maximumExpectedValue(Duration.ofMinutes(1))
                        .register(registry);
        this.lateness =
                Timer.builder("news.fetch.lateness")
                        .description("How much later than it was due a source was asked")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(10))
                        .maximumExpectedValue(Duration.ofMinutes(10))
                        .register(registry);
    }

    public void fetched(SourceKind kind, int articles) {
        Counter counter = fetched.get(kind);
        if (counter != null) {
            counter.increment(articles);
        }
    }

    public void failed(FailureCode code) {
        Counter.builder("news.fetch.failures")
                .description("Fetches that failed")
                .tag("code", code.label())
                .register(registry)
                .increment();
    }

    public void finished(Duration time) {
        duration.record(time);
    }

    /// Shows how many sources of this replica are in a state, by the gauge `news_sources{state}`.
    public void watch(String state, IntSupplier sources) {
        Gauge.builder("news.sources", sources, IntSupplier::getAsInt)
                .strongReference(true)
                .description("Sources that this replica asks, by how they do")
                .tag("state", state)
                .register(registry);
    }

    public void late(Duration time) {
        lateness.record(time);
    }
}
