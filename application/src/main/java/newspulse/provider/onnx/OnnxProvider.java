package newspulse.provider.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.config.ConfigurationException;
import newspulse.model.Article;
import newspulse.model.Fault;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Models in ONNX Runtime, in this process: one for each part that has one. A call costs nothing,
/// and each part is a call of its own. Nothing of the libraries is loaded before [#open].
public final class OnnxProvider implements Provider {
    /// Answers change with what this package makes of logits; counted up when it does.
    private static final String READING = "1";

    private final Map<Part, OnnxModel> models;
    private final String version;

    private OnnxProvider(Map<Part, OnnxModel> models, String version) {
        this.models = new EnumMap<>(models);
        this.version = version;
    }

    /// Loads the models of a directory.
    ///
    /// @throws ConfigurationException when files are missing, labels unknown, shapes wrong or the
    ///   device is not there: file and field are named
    public static OnnxProvider open(OnnxConfig config, MeterRegistry registry) {
        return open(config, registry, new NativeObjects());
    }

    static OnnxProvider open(OnnxConfig config, MeterRegistry registry, NativeObjects objects) {
        return NativeStack.call(() -> load(config, registry, objects));
    }

    private static OnnxProvider load(
            OnnxConfig config, MeterRegistry registry, NativeObjects objects) {
        List<Loading> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (ModelFiles files : ModelFiles.in(config.modelDirectory())) {
            try {
                ModelConfig read = ModelConfig.read(files.config());
                all.add(new Loading(files, read, TaskReader.read(files, read)));
            } catch (ConfigurationException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        NativeLibraries.prepare(config.cacheDirectory(), config.libraryDirectory());
        checkDevice(config);
        OnnxMetrics metrics = new OnnxMetrics(registry, objects);
        Map<Part, OnnxModel> models = new EnumMap<>(Part.class);
        StringBuilder version = new StringBuilder(READING);
        boolean opened = false;
        try {
            for (Loading one : all) {
                Part part = one.task.part();
                if (models.containsKey(part)) {
                    throw Faults.of(
                            one.files.directory(),
                            "answers " + part.label() + ", as another model does");
                }
                models.put(part, one.load(config, metrics, objects));
                version.append('-').append(one.files.hash());
            }
            opened = true;
        } finally {
            if (!opened) {
                models.values().forEach(OnnxModel::close);
            }
        }
        return new OnnxProvider(models, version.toString());
    }

    private static void checkDevice(OnnxConfig config) {
        // The first one to ask sets the level: warnings about graphs are of no use to an operator
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "newspulse");
        if (config.device() == Device.CUDA
                && !OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            throw Faults.setting(
                    OnnxConfig.ONNX_DEVICE.name(),
                    "needs ONNX Runtime's build for GPUs, and what is loaded knows only "
                            + OrtEnvironment.getAvailableProviders()
                            + ": name a directory with its libraries in "
                            + OnnxConfig.ONNX_LIBRARY_DIR.name(),
                    "cuda");
        }
    }

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public List<Set<Part>> calls() {
        return models.keySet().stream().map(Set::of).toList();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Usage worstCase(Article article, Set<Part> parts) {
        return Usage.NONE;
    }

    @Override
    public Answer ask(Article article, Set<Part> parts, Duration timeout)
            throws ProviderException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Map<Part, PartAnswer> answered = new EnumMap<>(Part.class);
        for (Part part : parts) {
            OnnxModel model = models.get(part);
            if (model == null) {
                throw ProviderException.free(
                        CallFailure.REJECTED, "no model answers " + part.label());
            }
            answered.put(part, model.ask(article, deadline));
        }
        return new Answer(answered, Map.of(), Usage.NONE);
    }

    /// Turns away what waits, lets what runs end, and gives back what the libraries hold.
    @Override
    public void close() {
        models.values().forEach(OnnxModel::close);
    }

    private record Loading(ModelFiles files, ModelConfig read, Task task) {
        OnnxModel load(OnnxConfig config, OnnxMetrics metrics, NativeObjects objects) {
            int longest = Math.min(read.maxTokens(), config.batchTokens());
            ModelTokenizer tokenizer = ModelTokenizer.read(files.tokenizer());
            OrtRunner runner;
            try {
                runner = OrtRunner.open(files, read, config, objects);
            } catch (ConfigurationException e) {
                tokenizer.close();
                throw e;
            }
            DynamicBatcher batcher =
                    new DynamicBatcher(
                            config, files.name(), longest, runner, metrics.of(files.name()));
            return new OnnxModel(task, tokenizer, batcher, longest);
        }
    }
}
