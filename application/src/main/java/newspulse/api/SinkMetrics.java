package newspulse.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the Redis sink counts. What a crash undid is counted again when it is done again.
final class SinkMetrics {
    private static final String REFUSED = "read_model_refused";

    private final Counter consumed;
    private final Counter analysed;
    private final Counter stored;
    private final Counter unreadable;
    private final Map<Outcome, Counter> refused = new EnumMap<>(Outcome.class);
    private final Timer duration;

    SinkMetrics(MeterRegistry registry) {
        consumed = counter(registry, "news_consumed", "Records read from the analysed topic");
        analysed = counter(registry, "news_analyzed", "Analysed articles among them");
        stored = counter(registry, "news_stored", "Articles stored, new or replaced");
        unreadable = refused(registry, "unreadable");
        refused.put(Outcome.SAME_REVISION, refused(registry, "same_revision"));
        refused.put(Outcome.OLDER_REVISION, refused(registry, "older_revision"));
        duration =
                Timer.builder("news_analysis_duration")
                        .description(
                                "From an article's ingestion to the storing of its first analysis")
                        .serviceLevelObjectives(
                                Duration.ofMillis(50),
                                Duration.ofMillis(100),
                                Duration.ofMillis(250),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(2500),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(60))
                        .register(registry);
    }

    void consumed(int records, int readable) {
        consumed.increment(records);
        analysed.increment(readable);
        unreadable.increment(records - readable);
    }

    /// Counts what became of a batch that is now stored.
    void stored(List<Arrival> articles, List<Outcome> outcomes, long nowMillis) {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome.isStored()) {
                stored.increment();
                timeFirstAnalysis(articles.get(i), nowMillis);
            } else {
                Objects.requireNonNull(refused.get(outcome)).increment();
            }
        }
    }

    /// A later analysis of the same content came as late as whoever made it; it says nothing about
    /// how long the pipeline takes.
    private void timeFirstAnalysis(Arrival article, long nowMillis) {
        if (article.header().revision().analysis() == 1) {
            duration.record(Duration.ofMillis(Math.max(0, nowMillis - article.ingestedAt())));
        }
    }

    private static Counter refused(MeterRegistry registry, String reason) {
        return Counter.builder(REFUSED)
                .description("Records that the read model did not take")
                .tag("reason", reason)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
