package newspulse.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import newspulse.model.FailureCode;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What the stream counts. Work that a crash undid is counted again when it is done again.
public final class StreamMetrics {
    private final Counter received;
    private final Counter analysed;
    private final Counter duplicates;
    private final Counter refiled;
    private final Map<FailureCode, Counter> buried = new EnumMap<>(FailureCode.class);

    public StreamMetrics(MeterRegistry registry) {
        received = registry.counter("stream_received");
        analysed = registry.counter("stream_analysed");
        duplicates = registry.counter("stream_duplicates");
        refiled = registry.counter("stream_refiled");
        for (FailureCode code : FailureCode.values()) {
            buried.put(code, registry.counter("stream_dead_letters", "code", code.label()));
        }
    }

    void received() {
        received.increment();
    }

    void analysed() {
        analysed.increment();
    }

    void duplicate() {
        duplicates.increment();
    }

    void refiled() {
        refiled.increment();
    }

    void buried(FailureCode code) {
        Objects.requireNonNull(buried.get(code)).increment();
    }
}
