package newspulse.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// What the live feed and its clients count.
final class LiveMetrics {
    private final MeterRegistry registry;
    private final Counter dropped;
    private final Counter skipped;
    private final Map<Reason, Counter> ended = new EnumMap<>(Reason.class);

    /// Why a connection was not, or no longer, to be kept.
    enum Reason {
        STALLED,
        SILENT,
        REFUSED_FULL,
        REFUSED_ORIGIN
    }

    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        dropped =
                Counter.builder("websocket_dropped")
                        .description("Messages that slow live clients did not get")
                        .register(registry);
        skipped =
                Counter.builder("live_feed_skipped")
                        .description("Records that are no analysed articles, seen by the live feed")
                        .register(registry);
        for (Reason reason : Reason.values()) {
            ended.put(
                    reason,
                    Counter.builder("websocket_ended")
                            .description("Live connections ended or refused by us")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void watchClients(Supplier<Number> count) {
        Gauge.builder("active_websocket_connections", count)
                .description("Live clients connected now")
                .register(registry);
    }

    void dropped(int messages) {
        if (messages > 0) {
            dropped.increment(messages);
        }
    }

    void skipped() {
        skipped.increment();
    }

    void ended(Reason reason) {
        Objects.requireNonNull(ended.get(reason)).increment();
    }
}
