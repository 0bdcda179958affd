package newspulse.engine;

import newspulse.engine.linear.Features;
import newspulse.engine.text.Document;
import newspulse.engine.tone.Tone;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the whole analysis of an article costs, and each part of it: `./newspulse bench-engine`.
/// The articles are 1.2 KB each, and so many and so different that the tables of the models do not
/// stay in the processor's nearer caches, as in a stream of news; time is that of one core.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {
    private static final int TEXTS = 5_000;

    @Param({"en", "ko"})
    private String language = "en";

    private final LocalEngine engine = Articles.engine();
    private List<Article> articles = List.of();
    private List<Document> documents = List.of();
    private int next;

    @Setup
    public void write() {
        articles = BenchmarkTexts.articles(language, TEXTS);
        documents = articles.stream().map(Document::of).toList();
    }

    private int turn() {
        next = (next + 1) % TEXTS;
        return next;
    }

    private LanguageModels models() {
        return language.equals("en") ? Articles.MODELS.english() : Articles.MODELS.korean();
    }

    @Benchmark
    public Analysis whole() {
        return engine.analyze(articles.get(turn()));
    }

    /// The same, call by call: how long the slowest of a hundred takes.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Analysis single() {
        return engine.analyze(articles.get(turn()));
    }

    @Benchmark
    public Object subjects() {
        Document document = documents.get(turn());
        return models().subjects().of(document, Features.of(document, models().grams()));
    }

    @Benchmark
    public Document tokens() {
        return Document.of(articles.get(turn()));
    }

    @Benchmark
    public Object languageOf() {
        return Articles.MODELS.languages().identify(documents.get(turn()));
    }

    @Benchmark
    public Features features() {
        return Features.of(documents.get(turn()), models().grams());
    }

    @Benchmark
    public Tone featuresAndTone() {
        Document document = documents.get(turn());
        return models().tone().of(document, Features.of(document, models().grams()));
    }

    @Benchmark
    public List<Entity> entities() {
        return Articles.MODELS.entities().of(documents.get(turn()), language);
    }

    @Benchmark
    public List<String> keywords() {
        return Articles.MODELS.keywords().of(documents.get(turn()), language);
    }

    @Benchmark
    public Object importance() {
        int i = turn();
        return Articles.MODELS.importance().of(articles.get(i), documents.get(i), 0.5);
    }
}
