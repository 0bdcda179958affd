package newspulse.refiner;

import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.FailureCode;
import newspulse.provider.Refinement;
import newspulse.wire.ArticleJson;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// Has one article refined, and publishes the answer as its next analysis.
final class Refiner implements CallTask {
    private static final Logger log = LoggerFactory.getLogger(Refiner.class);

    private final Refinement refinement;
    private final Duration timeout;
    private final String pipelineVersion;
    private final AnswerTopic topic;
    private final RefinerMetrics metrics;
    private final InstantSource clock;

    Refiner(
            Refinement refinement,
            Duration timeout,
            String pipelineVersion,
            AnswerTopic topic,
            RefinerMetrics metrics,
            InstantSource clock) {
        this.refinement = refinement;
        this.timeout = timeout;
        this.pipelineVersion = pipelineVersion;
        this.topic = topic;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// A refinement that fails, which it never should, costs this article its better answer and
    /// nobody else's.
    @Override
    public byte @Nullable [] ask(Work work) throws InterruptedException {
        AnalyzedArticle local = work.article();
        long start = System.nanoTime();
        try {
            Analysis better =
                    refinement
                            .refine(
                                    local.article(),
                                    local.analysis(),
                                    refinement.providers(),
                                    timeout)
                            .analysis();
            // What nobody outside answered is not published: it would say nothing new, and would
            // look to us like something to be refined.
            boolean isRefined = better.provenance().isRefined();
            metrics.answered(isRefined, System.nanoTime() - start);
            return isRefined ? ArticleJson.bytes(next(local, better)) : null;
        } catch (RuntimeException e) {
            log.error(
                    "code={} partition={} offset={}: an article keeps its local answer",
                    FailureCode.PROCESSING_ERROR.label(),
                    work.source().partition(),
                    work.source().offset(),
                    e);
            metrics.failed();
            return null;
        }
    }

    @Override
    public void publish(Work work, byte[] answer, BooleanSupplier isWanted)
            throws InterruptedException {
        ConsumerRecord<byte[], byte[]> source = work.source();
        var record =
                new ProducerRecord<>(
                        source.topic(),
                        source.partition(),
                        source.timestamp(),
                        source.key(),
                        answer);
        AnswerHeader.add(record.headers(), source.offset());
        switch (topic.publish(record, isWanted)) {
            case PUBLISHED -> metrics.published();
            case TOO_LARGE -> metrics.tooLarge();
            case NOT_WANTED -> {}
        }
    }

    private AnalyzedArticle next(AnalyzedArticle local, Analysis better) {
        return new AnalyzedArticle(
                local.article(),
                better,
                clock.instant(),
                pipelineVersion,
                local.revision().nextAnalysis(),
                local.duplicateOf(),
                local.storyId(),
                local.ingestedAt());
    }
}
