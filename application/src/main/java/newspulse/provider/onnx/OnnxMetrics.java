package newspulse.provider.onnx;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/// What is measured of the models in this process.
final class OnnxMetrics {
    private final MeterRegistry registry;

    OnnxMetrics(MeterRegistry registry, NativeObjects objects) {
        this.registry = registry;
        Gauge.builder("onnx_native_objects", objects, NativeObjects::open)
                .description("Tensors, results and sessions that ONNX Runtime holds now")
                .register(registry);
    }

    OfModel of(String model) {
        return new OfModel(model);
    }

    /// One model's.
    final class OfModel {
        private final String model;
        private final DistributionSummary batchSize;
        private final Timer run;
        private final Counter tokens;
        private final Counter padding;

        private OfModel(String model) {
            this.model = model;
            batchSize =
                    DistributionSummary.builder("onnx_batch_size")
                            .description("Texts that a model was given at once")
                            .tag("model", model)
                            .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128)
                            .register(registry);
            run =
                    Timer.builder("onnx_run")
                            .description("How long a model worked on a batch")
                            .tag("model", model)
                            .serviceLevelObjectives(
                                    Duration.ofMillis(1),
                                    Duration.ofMillis(5),
                                    Duration.ofMillis(25),
                                    Duration.ofMillis(100),
                                    Duration.ofMillis(500),
                                    Duration.ofSeconds(2))
                            .register(registry);
            tokens = counter("text");
            padding = counter("padding");
        }

        private Counter counter(String kind) {
            return Counter.builder("onnx_tokens")
                    .description("Tokens that a model was given")
                    .tag("model", model)
                    .tag("kind", kind)
                    .register(registry);
        }

        void queue(IntSupplier queued) {
            Gauge.builder("onnx_queue_size", queued::getAsInt)
                    .description("Texts that wait for a model")
                    .tag("model", model)
                    .register(registry);
        }

        void ran(List<long[]> batch, long nanos) {
            int longest = 0;
            int sum = 0;
            for (long[] ids : batch) {
                longest = Math.max(longest, ids.length);
                sum += ids.length;
            }
            batchSize.record(batch.size());
            run.record(Duration.ofNanos(nanos));
            tokens.increment(sum);
            padding.increment((double) longest * batch.size() - sum);
        }
    }
}
