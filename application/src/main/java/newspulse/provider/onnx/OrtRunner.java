package newspulse.provider.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A session of ONNX Runtime. Tensors are views of buffers that are used again for every batch.
final class OrtRunner implements BatchRunner {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final String LOGITS = "logits";

    private final OrtEnvironment environment;
    private final NativeObjects objects;
    private final NativeObjects.Scope own;
    private final OrtSession session;
    private final ModelConfig config;
    private final String output;
    private final Map<String, LongBuffer> buffers = new HashMap<>();
    private final Object stopping = new Object();
    private OrtSession.@Nullable RunOptions underWay;

    private OrtRunner(
            OrtEnvironment environment,
            NativeObjects objects,
            NativeObjects.Scope own,
            OrtSession session,
            ModelConfig config,
            String output) {
        this.environment = environment;
        this.objects = objects;
        this.own = own;
        this.session = session;
        this.config = config;
        this.output = output;
    }

    /// Loads a model and checks what it takes and gives.
    static OrtRunner open(
            ModelFiles files, ModelConfig config, OnnxConfig settings, NativeObjects objects) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        NativeObjects.Scope own = objects.scope();
        boolean opened = false;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            int threads = settings.threads();
            options.setIntraOpNumThreads(
                    threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setMemoryPatternOptimization(false);
            if (settings.device() == Device.CUDA) {
                options.addCUDA();
            }
            OrtSession session =
                    own.hold(environment.createSession(files.model().toString(), options));
            String output = check(files, config, session);
            OrtRunner runner = new OrtRunner(environment, objects, own, session, config, output);
            opened = true;
            return runner;
        } catch (OrtException e) {
            throw Faults.of(files.model(), "cannot be loaded: " + e.getMessage());
        } finally {
            if (!opened) {
                own.close();
            }
        }
    }

    private static String check(ModelFiles files, ModelConfig config, OrtSession session)
            throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        for (Map.Entry<String, NodeInfo> input : inputs.entrySet()) {
            if (!List.of(IDS, MASK, TYPES).contains(input.getKey())) {
                throw wrong(files, "input", input.getKey(), "is not known", null);
            }
            if (!(input.getValue().getInfo() instanceof TensorInfo info)
                    || info.type != OnnxJavaType.INT64
                    || info.getShape().length != 2) {
                String got = input.getValue().getInfo().toString();
                throw wrong(files, "input", input.getKey(), "must be int64 [batch, sequence]", got);
            }
        }
        if (!inputs.containsKey(IDS)) {
            throw Faults.of(files.model(), "input " + IDS, "is missing", null);
        }
        NodeInfo logits = session.getOutputInfo().get(LOGITS);
        if (logits == null) {
            String got = session.getOutputNames().toString();
            throw Faults.of(files.model(), "output " + LOGITS, "is missing", got);
        }
        int rank = config.kind() == ModelConfig.Kind.SEQUENCE ? 2 : 3;
        int labels = config.labels().size();
        boolean fits =
                logits.getInfo() instanceof TensorInfo info
                        && (info.type == OnnxJavaType.FLOAT || info.type == OnnxJavaType.FLOAT16)
                        && info.getShape().length == rank
                        && (info.getShape()[rank - 1] == labels || info.getShape()[rank - 1] < 0);
        if (!fits) {
            String form = rank == 2 ? "[batch, " : "[batch, sequence, ";
            String message = "must be float " + form + labels + "], as id2label names them";
            throw wrong(files, "output", LOGITS, message, logits.getInfo().toString());
        }
        return LOGITS;
    }

    private static RuntimeException wrong(
            ModelFiles files, String what, String name, String message, @Nullable String got) {
        return Faults.of(files.model(), what + " " + name, message, got);
    }

    @Override
    public List<float[]> run(List<long[]> batch) throws ProviderException {
        int longest = batch.stream().mapToInt(ids -> ids.length).max().orElse(0);
        long[] shape = {batch.size(), longest};
        try (NativeObjects.Scope scope = objects.scope()) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            for (String name : session.getInputNames()) {
                LongBuffer buffer = fill(name, batch, longest);
                inputs.put(name, scope.hold(OnnxTensor.createTensor(environment, buffer, shape)));
            }
            OrtSession.RunOptions options = scope.hold(new OrtSession.RunOptions());
            begin(options);
            OrtSession.Result result;
            try {
                result = scope.hold(session.run(inputs, options));
            } finally {
                begin(null);
            }
            if (result.get(output).orElseThrow() instanceof OnnxTensor logits) {
                return split(logits, batch, longest);
            }
            throw ProviderException.free(CallFailure.INVALID_ANSWER, "the logits are no tensor");
        } catch (OrtException e) {
            throw ProviderException.free(
                            CallFailure.INTERNAL_ERROR, "the model cannot be run: " + e.getCode())
                    .because(e);
        }
    }

    private LongBuffer fill(String name, List<long[]> batch, int longest) {
        int size = batch.size() * longest;
        LongBuffer buffer = buffers.get(name);
        if (buffer == null || buffer.capacity() < size) {
            buffer =
                    ByteBuffer.allocateDirect(size * Long.BYTES)
                            .order(ByteOrder.nativeOrder())
                            .asLongBuffer();
            buffers.put(name, buffer);
        }
        buffer.clear();
        for (long[] ids : batch) {
            for (int i = 0; i < longest; i++) {
                boolean text = i < ids.length;
                buffer.put(
                        switch (name) {
                            case IDS -> text ? ids[i] : config.padTokenId();
                            case MASK -> text ? 1 : 0;
                            default -> 0;
                        });
            }
        }
        return buffer.flip();
    }

    private List<float[]> split(OnnxTensor tensor, List<long[]> batch, int longest)
            throws ProviderException {
        int labels = config.labels().size();
        boolean tokens = config.kind() == ModelConfig.Kind.TOKEN;
        int row = tokens ? longest * labels : labels;
        FloatBuffer all = tensor.getFloatBuffer();
        if (all.remaining() != row * batch.size()) {
            throw ProviderException.free(
                    CallFailure.INVALID_ANSWER,
                    "the logits have shape " + tensor.getInfo().toString());
        }
        List<float[]> logits = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            float[] one = new float[tokens ? batch.get(i).length * labels : labels];
            all.get(all.position() + i * row, one);
            logits.add(one);
        }
        return logits;
    }

    private void begin(OrtSession.@Nullable RunOptions options) {
        synchronized (stopping) {
            underWay = options;
        }
    }

    @Override
    public void stop() {
        synchronized (stopping) {
            if (underWay != null) {
                try {
                    underWay.setTerminate(true);
                } catch (OrtException e) {
                    throw new IllegalStateException("a run cannot be stopped", e);
                }
            }
        }
    }

    @Override
    public void close() {
        own.close();
    }
}
