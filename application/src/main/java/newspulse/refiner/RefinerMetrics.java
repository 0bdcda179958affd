package newspulse.refiner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import newspulse.model.FailureCode;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// What the refiner counts. What a crash undid is counted again when it is done again.
final class RefinerMetrics {
    private final MeterRegistry registry;
    private final Counter received;
    private final Counter unreadable;
    private final Map<Skip, Counter> skipped = new EnumMap<>(Skip.class);
    private final Counter refined;
    private final Counter unanswered;
    private final Counter superseded;
    private final Counter published;
    private final Counter tooLarge;
    private final Counter failed;
    private final Timer duration;

    RefinerMetrics(MeterRegistry registry) {
        this.registry = registry;
        received = counter("refiner_received", "Records read from the analysed topic");
        unreadable = counter("refiner_unreadable", "Records that are no analysed article");
        for (Skip reason : Skip.values()) {
            skipped.put(
                    reason,
                    Counter.builder("refiner_skipped")
                            .description("Articles that were not sent out")
                            .tag("reason", reason.label())
                            .register(registry));
        }
        refined = counter("refiner_refined", "Articles of which a provider answered a part");
        unanswered = counter("refiner_unanswered", "Articles that were sent out in vain");
        superseded =
                counter("refiner_superseded", "Articles that something newer made needless to ask");
        published = counter("refiner_published", "Answers that the brokers have");
        tooLarge = failures(FailureCode.TOO_LARGE);
        failed = failures(FailureCode.PROCESSING_ERROR);
        duration =
                Timer.builder("refiner_duration")
                        .description("From asking about an article to its answer")
                        .serviceLevelObjectives(
                                Duration.ofMillis(50),
                                Duration.ofMillis(100),
                                Duration.ofMillis(250),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(2500),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10))
                        .register(registry);
    }

    void watch(Calls calls, Supplier<Number> watermarkLag) {
        Gauge.builder("refiner_in_flight", calls::inFlight)
                .description("Articles that are out now")
                .register(registry);
        Gauge.builder("refiner_in_hand", calls::inHand)
                .description("Articles that wait, are out or are being published")
                .register(registry);
        Gauge.builder("refiner_watermark_lag", watermarkLag)
                .description("Records read beyond the first unfinished one, over all partitions")
                .register(registry);
    }

    void received(int records) {
        received.increment(records);
    }

    void unreadable() {
        unreadable.increment();
    }

    void skipped(Skip reason) {
        Objects.requireNonNull(skipped.get(reason)).increment();
    }

    void answered(boolean isRefined, long nanos) {
        (isRefined ? refined : unanswered).increment();
        duration.record(Duration.ofNanos(nanos));
    }

    void superseded() {
        superseded.increment();
    }

    void published() {
        published.increment();
    }

    void tooLarge() {
        tooLarge.increment();
    }

    void failed() {
        failed.increment();
    }

    private Counter failures(FailureCode code) {
        return Counter.builder("refiner_failures")
                .description("Articles that could not be refined or published")
                .tag("code", code.label())
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
