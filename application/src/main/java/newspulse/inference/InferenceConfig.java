package newspulse.inference;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.provider.Cascade;

import java.time.Duration;
import java.util.List;

/// The bounds of the inference service.
///
/// @param maxRunning requests that are worked on at once
/// @param maxWaiting requests that wait for that; more are refused with 503
/// @param maxWaitingBytes bodies of waiting requests together
/// @param timeout a request that could not begin within it is refused with 503
/// @param maxRefining articles that models outside are asked about at once
/// @param refinesByDefault whether a request that names no provider means `auto`
/// @param batchSize articles of async requests that go to the engine together
/// @param batchTimeout after which fewer of them go
public record InferenceConfig(
        int maxRunning,
        int maxWaiting,
        long maxWaitingBytes,
        Duration timeout,
        int maxRefining,
        boolean refinesByDefault,
        int batchSize,
        Duration batchTimeout) {
    static final int MAX_BATCH = 100;

    static final Setting<Integer> MAX_CONCURRENT_REQUESTS =
            Setting.integer(
                    "MAX_CONCURRENT_REQUESTS",
                    20,
                    1,
                    10_000,
                    "Inference requests that are worked on at once");
    static final Setting<Integer> MAX_QUEUED_REQUESTS =
            Setting.integer(
                    "MAX_QUEUED_REQUESTS",
                    1_000,
                    0,
                    1_000_000,
                    "Inference requests that may wait; more are refused with 503 and Retry-After");
    static final Setting<Integer> MAX_QUEUED_BYTES =
            Setting.integer(
                    "MAX_QUEUED_BYTES",
                    64 << 20,
                    1_024,
                    Integer.MAX_VALUE,
                    "Bytes of waiting inference requests together; more are refused with 503");
    static final Setting<Duration> INFERENCE_TIMEOUT =
            Setting.seconds(
                    "INFERENCE_TIMEOUT",
                    "30",
                    "A request that could not begin within it is refused with 503; models outside"
                            + " have what is left of it; an async request that is not done within"
                            + " it has failed");
    static final Setting<Integer> MAX_CONCURRENT_REFINEMENTS =
            Setting.integer(
                    "MAX_CONCURRENT_REFINEMENTS",
                    200,
                    1,
                    10_000,
                    "Articles of inference requests that models outside are asked about at once;"
                            + " beside MAX_CONCURRENT_REQUESTS, so that waiting for them takes no"
                            + " place from local answers. Articles whose turn does not come keep"
                            + " their local answers");
    static final Setting<Integer> BATCH_SIZE =
            Setting.integer(
                    "BATCH_SIZE",
                    10,
                    1,
                    1_000,
                    "Acts on `POST /inference/async`: as many articles, of whichever requests, go to"
                            + " the engine together. Single answers, batches and the stream wait for"
                            + " no batch");
    static final Setting<Duration> BATCH_TIMEOUT =
            Setting.seconds(
                    "BATCH_TIMEOUT",
                    "2.0",
                    "Acts on `POST /inference/async`: so long after the first article of a batch it"
                            + " goes to the engine, even if no other came");

    public static List<Setting<?>> settings() {
        return List.of(
                MAX_CONCURRENT_REQUESTS,
                MAX_QUEUED_REQUESTS,
                MAX_QUEUED_BYTES,
                INFERENCE_TIMEOUT,
                MAX_CONCURRENT_REFINEMENTS,
                BATCH_SIZE,
                BATCH_TIMEOUT);
    }

    public static InferenceConfig from(Settings settings) {
        return new InferenceConfig(
                settings.get(MAX_CONCURRENT_REQUESTS),
                settings.get(MAX_QUEUED_REQUESTS),
                settings.get(MAX_QUEUED_BYTES),
                settings.get(INFERENCE_TIMEOUT),
                settings.get(MAX_CONCURRENT_REFINEMENTS),
                settings.get(Cascade.USE_EXTERNAL_API),
                settings.get(BATCH_SIZE),
                settings.get(BATCH_TIMEOUT));
    }
}
