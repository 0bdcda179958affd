package newspulse.provider.onnx;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Dynamic batching against none, on the same model under the same load: 64 callers that ask again
/// as soon as they are answered. The model reads 32 MiB of weights for a batch of one as for a
/// batch of 32. `./newspulse bench-onnx`.
public final class BatchingBenchmark {
    private static final int CALLERS = 64;
    private static final int CALLS = 100;
    private static final int WIDTH = 1_024;
    private static final int LAYERS = 8;
    private static final int BATCH = 32;
    private static final double P95 = 0.95;

    private BatchingBenchmark() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        Path models = Files.createTempDirectory("newspulse-onnx");
        TestModels.heavy(models, WIDTH, LAYERS);
        measure(models, 1);
        Figures without = measure(models, 1);
        measure(models, BATCH);
        Figures with = measure(models, BATCH);
        System.out.printf(
                "no batching:      %8.0f calls/s, p95 %7.2f ms%n", without.rate, without.p95);
        System.out.printf("dynamic batching: %8.0f calls/s, p95 %7.2f ms%n", with.rate, with.p95);
        System.out.printf(
                "throughput x %.2f, p95 x %.2f%n",
                with.rate / without.rate, with.p95 / without.p95);
        for (String file : new String[] {"model.onnx", "tokenizer.json", "config.json"}) {
            Files.delete(models.resolve(file));
        }
        Files.delete(models);
    }

    private static Figures measure(Path models, int batchSize)
            throws InterruptedException, ExecutionException {
        OnnxConfig base = TestModels.settings(models);
        OnnxConfig config =
                new OnnxConfig(
                        models,
                        Device.CPU,
                        1,
                        batchSize,
                        base.batchTokens(),
                        base.batchDelay(),
                        base.queueSize(),
                        null,
                        base.cacheDirectory());
        double[] millis = new double[CALLERS * CALLS];
        long begun;
        long ended;
        try (OnnxProvider provider = OnnxProvider.open(config, new SimpleMeterRegistry());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            begun = System.nanoTime();
            Future<?>[] all = new Future<?>[CALLERS];
            for (int caller = 0; caller < CALLERS; caller++) {
                int from = caller * CALLS;
                all[caller] = callers.submit(() -> call(provider, millis, from));
            }
            for (Future<?> one : all) {
                one.get();
            }
            ended = System.nanoTime();
        }
        double seconds = (ended - begun) / 1e9;
        Arrays.sort(millis);
        return new Figures(millis.length / seconds, millis[(int) (millis.length * P95)]);
    }

    private static @Nullable Void call(Provider provider, double[] millis, int from)
            throws ProviderException, InterruptedException {
        Article article = OnnxProviderTest.article("good news of paris, bad match", null);
        for (int i = from; i < from + CALLS; i++) {
            long begun = System.nanoTime();
            provider.ask(article, Set.of(Part.SENTIMENT), Duration.ofMinutes(1));
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        return null;
    }

    private record Figures(double rate, double p95) {}
}
