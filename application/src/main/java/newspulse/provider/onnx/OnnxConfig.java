package newspulse.provider.onnx;

import newspulse.config.Setting;
import newspulse.config.Settings;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which models run in the process, on what, and how calls are put together.
///
/// @param modelDirectory a directory of one model, or of one sub-directory a model
/// @param threads of one model for one batch; 0 takes as many as there are processors
/// @param batchSize texts that a model is given at once, at most
/// @param batchTokens of a batch, padding included, at most; also the most of one text
/// @param batchDelay that the first text of a batch waits for others
/// @param queueSize texts that wait for a model, at most
/// @param libraryDirectory where ONNX Runtime's own libraries are; null takes those of the jar
/// @param cacheDirectory where the libraries of the jar are unpacked, once for all runs
public record OnnxConfig(
        Path modelDirectory,
        Device device,
        int threads,
        int batchSize,
        int batchTokens,
        Duration batchDelay,
        int queueSize,
        @Nullable Path libraryDirectory,
        Path cacheDirectory) {
    static final Setting<String> ONNX_MODEL_DIR =
            Setting.text(
                    "ONNX_MODEL_DIR",
                    null,
                    "A directory with `model.onnx`, `tokenizer.json` and `config.json`, or with one"
                            + " such directory a model: see `docs/onnx.md`");
    static final Setting<Device> ONNX_DEVICE =
            new Setting<>(
                    "ONNX_DEVICE",
                    List.of(),
                    "cpu or cuda",
                    "cpu",
                    "What the models run on",
                    false,
                    Device::of);
    static final Setting<Integer> ONNX_THREADS =
            Setting.integer(
                    "ONNX_THREADS",
                    0,
                    0,
                    1_024,
                    "Threads that work on one batch of a model; 0 is one a processor");
    static final Setting<Integer> ONNX_BATCH_SIZE =
            Setting.integer(
                    "ONNX_BATCH_SIZE",
                    32,
                    1,
                    1_024,
                    "Texts that a model is given at once, at most; 1 is no batching");
    static final Setting<Integer> ONNX_BATCH_TOKENS =
            Setting.integer(
                    "ONNX_BATCH_TOKENS",
                    4_096,
                    64,
                    1_048_576,
                    "Tokens of a batch, padding included, at most: bounds the memory of a run. A"
                            + " longer text is cut to it");
    static final Setting<Duration> ONNX_BATCH_DELAY =
            Setting.seconds(
                    "ONNX_BATCH_DELAY",
                    "0.005",
                    "So long the first text of a batch waits for others, at most");
    static final Setting<Integer> ONNX_QUEUE_SIZE =
            Setting.integer(
                    "ONNX_QUEUE_SIZE",
                    1_024,
                    1,
                    1_000_000,
                    "Texts that may wait for a model; a call beyond that is turned away");
    static final Setting<String> ONNX_LIBRARY_DIR =
            Setting.text(
                    "ONNX_LIBRARY_DIR",
                    null,
                    "A directory with ONNX Runtime's native libraries, for CUDA; without it those of"
                            + " the jar, for CPU");

    public static List<Setting<?>> settings() {
        return List.of(
                ONNX_MODEL_DIR,
                ONNX_DEVICE,
                ONNX_THREADS,
                ONNX_BATCH_SIZE,
                ONNX_BATCH_TOKENS,
                ONNX_BATCH_DELAY,
                ONNX_QUEUE_SIZE,
                ONNX_LIBRARY_DIR);
    }

    /// Reads the settings.
    ///
    /// @param dataDirectory of the process, below which native libraries are unpacked
    /// @return nothing where no directory of models is set
    public static Optional<OnnxConfig> from(Settings settings, Path dataDirectory) {
        Device device = settings.get(ONNX_DEVICE);
        int threads = settings.get(ONNX_THREADS);
        int batchSize = settings.get(ONNX_BATCH_SIZE);
        int batchTokens = settings.get(ONNX_BATCH_TOKENS);
        Duration batchDelay = settings.get(ONNX_BATCH_DELAY);
        int queueSize = settings.get(ONNX_QUEUE_SIZE);
        @Nullable Path libraries = settings.optional(ONNX_LIBRARY_DIR).map(Path::of).orElse(null);
        return settings.optional(ONNX_MODEL_DIR)
                .map(models ->
                        new OnnxConfig(
                                Path.of(models),
                                device,
                                threads,
                                batchSize,
                                batchTokens,
                                batchDelay,
                                queueSize,
                                libraries,
                                dataDirectory.resolve("native")));
    }
}
