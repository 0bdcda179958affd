package newspulse.engine;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Source;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {
    private final LocalEngine engine =
            new LocalEngine(InstantSource.system(), System::nanoTime, Optional.empty());

    private final Article article =
            new Article(
                    "id",
                    new Source(null, "Source"),
                    "A title of an article",
                    null,
                    null,
                    null,
                    "https://example.com/1",
                    null,
                    InstantSource.system().instant(),
                    null,
                    false);

    @Benchmark
    public Analysis whole() {
        return engine.analyze(article);
    }
}
