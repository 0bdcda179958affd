package newspulse.inference;

import tools.jackson.core.JsonGenerator;

import java.time.InstantSource;
import java.util.OptionalLong;

/// The few figures that `/metrics/summary` tells people. The lag is null while Kafka cannot tell
/// it.
public final class Summary {
    private final InferenceMetrics metrics;
    private final Outside outside;
    private final InstantSource clock;

    Summary(InferenceMetrics metrics, Outside outside, InstantSource clock) {
        this.metrics = metrics;
        this.outside = outside;
        this.clock = clock;
    }

    /// What the inference service does not know itself.
    public interface Outside {
        /// Open HTTP connections.
        int connections();

        /// Articles that the stream has still to read.
        OptionalLong kafkaLag();
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("total_processed", metrics.totalProcessed());
        json.writeNumberProperty("success_rate", rounded(metrics.successRate()));
        json.writeNumberProperty("avg_latency_ms", rounded(metrics.averageLatencyMs()));
        json.writeNumberProperty("active_connections", outside.connections());
        json.writeName("kafka_lag");
        OptionalLong lag = outside.kafkaLag();
        if (lag.isPresent()) {
            json.writeNumber(lag.getAsLong());
        } else {
            json.writeNull();
        }
        json.writeStringProperty("timestamp", clock.instant().toString());
        json.writeEndObject();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
