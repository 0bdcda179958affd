package newspulse.stream;

import newspulse.deadletter.LetterHeaders;
import newspulse.intake.Intake;
import newspulse.kafka.Origin;
import newspulse.model.Article;
import newspulse.model.Failure;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;

/// Lets valid articles in and sends every other record to the dead letters, also one of which its
/// producer knows already that it is none ([Origin]). An article that came under another key than
/// its id goes back to the input under its own, so that all of one article meets in one partition.
final class Admit implements Processor<byte @Nullable [], byte @Nullable [], Object, Object> {
    private final Intake intake = Intake.derivingIds();
    private final InstantSource clock;
    private final StreamMetrics metrics;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<Object, Object> context;

    Admit(InstantSource clock, StreamMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte @Nullable [], byte @Nullable []> record) {
        metrics.received();
        Failure refusal = Origin.refusal(record.headers());
        if (refusal != null) {
            bury(record, refusal);
            return;
        }
        switch (intake.read(record.value())) {
            case Intake.Refused(Failure failure) -> bury(record, failure);
            case Intake.Admitted(Article article) -> {
                byte[] key = article.id().getBytes(StandardCharsets.UTF_8);
                if (Arrays.equals(record.key(), key)) {
                    context.forward(record.withValue((Object) article), ArticleTopology.ANALYSE);
                } else {
                    metrics.refiled();
                    context.forward(record.withKey((Object) key), ArticleTopology.REFILED);
                }
            }
        }
    }

    private void bury(Record<byte @Nullable [], byte @Nullable []> record, Failure failure) {
        var origin =
                context.recordMetadata()
                        .map(at ->
                                new LetterHeaders.Origin(at.topic(), at.partition(), at.offset()))
                        .orElseThrow();
        metrics.buried(failure.code());
        context.forward(
                record.withHeaders(
                        LetterHeaders.of(record.headers(), failure, origin, clock.instant())),
                ArticleTopology.DEAD);
    }
}
