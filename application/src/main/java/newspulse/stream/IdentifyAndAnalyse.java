package newspulse.stream;

import newspulse.deadletter.LetterHeaders;
import newspulse.engine.Engine;
import newspulse.intake.ContentHash;
import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Revision;
import newspulse.wire.ArticleJson;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;

/// Drops what was said before, numbers what changed, and analyses the rest. The memory is written
/// only after the analysis, so that an article whose analysis failed can be sent again.
final class IdentifyAndAnalyse implements Processor<byte[], Article, byte[], byte[]> {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final int SWEEP_AT_MOST = 20_000;

    private final Engine engine;
    private final String pipelineVersion;
    private final InstantSource clock;
    private final StreamMetrics metrics;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> known;

    private @Nullable String sweptTo;

    IdentifyAndAnalyse(
            Engine engine, String pipelineVersion, InstantSource clock, StreamMetrics metrics) {
        this.engine = engine;
        this.pipelineVersion = pipelineVersion;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.known = context.getStateStore(ArticleTopology.KNOWN);
        context.schedule(SWEEP_EVERY, PunctuationType.STREAM_TIME, this::sweep);
    }

    @Override
    public void process(Record<byte[], Article> record) {
        Article article = record.value();
        ContentHash content = ContentHash.of(article);
        KnownArticle before = recall(article.id(), record.timestamp());
        if (before != null && before.content().equals(content)) {
            metrics.duplicate();
            if (before.isDueForRenewal(record.timestamp())) {
                remember(article, content, before.contentRevision(), record.timestamp());
            }
            return;
        }
        Revision revision =
                before == null
                        ? Revision.FIRST
                        : new Revision(before.contentRevision(), 1).nextContent();
        Analysis analysis = engine.analyze(article);
        var analyzed =
                new AnalyzedArticle(
                        article,
                        analysis,
                        clock.instant(),
                        pipelineVersion,
                        revision,
                        null,
                        null,
                        LetterHeaders.ingestedAt(record.headers(), record.timestamp()));
        byte[] json = ArticleJson.bytes(analyzed);
        remember(article, content, revision.content(), record.timestamp());
        metrics.analysed();
        context.forward(record.withValue(json));
    }

    private @Nullable KnownArticle recall(String id, long now) {
        KnownArticle known = KnownArticle.fromBytes(this.known.get(id));
        return known == null || known.isForgotten(now) ? null : known;
    }

    private void remember(Article article, ContentHash content, int contentRevision, long now) {
        known.put(article.id(), new KnownArticle(content, contentRevision, now).toBytes());
    }

    /// Forgets what is too old, a bounded piece of the store at a time. Time here is ingestion
    /// time, so that a backlog keeps its memory however late it is read.
    private void sweep(long now) {
        int seen = 0;
        try (KeyValueIterator<String, byte[]> entries = known.range(sweptTo, null)) {
            while (entries.hasNext() && seen < SWEEP_AT_MOST) {
                KeyValue<String, byte[]> entry = entries.next();
                KnownArticle article = KnownArticle.fromBytes(entry.value);
                if (article != null && article.isForgotten(now)) {
                    known.delete(entry.key);
                }
                sweptTo = entry.key;
                seen++;
            }
            if (!entries.hasNext()) {
                sweptTo = null;
            }
        }
    }
}
