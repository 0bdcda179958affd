package newspulse.stream;

import newspulse.deadletter.LetterHeaders;
import newspulse.model.Failure;
import newspulse.model.FailureCode;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What happens to a record that the stream itself failed on: it becomes a dead letter, within the
/// same transaction, and the stream goes on. Kafka Streams makes the handlers from their class
/// names, so what they need comes to them through [Context] in the configuration.
final class FailureHandlers {
    static final String CONTEXT = "newspulse.failure.handlers";

    private static final Logger log = LoggerFactory.getLogger(FailureHandlers.class);

    private FailureHandlers() {}

    /// What the handlers work with.
    record Context(String deadLetterTopic, InstantSource clock, StreamMetrics metrics) {
        static Context from(Map<String, ?> configs) {
            if (configs.get(CONTEXT) instanceof Context context) {
                return context;
            }
            throw new IllegalArgumentException(CONTEXT + " is not configured");
        }

        List<ProducerRecord<byte[], byte[]>> bury(ErrorHandlerContext at, Failure failure) {
            metrics.buried(failure.code());
            log.error(
                    "code={} topic={} partition={} offset={}: {}",
                    failure.code().label(),
                    at.topic(),
                    at.partition(),
                    at.offset(),
                    failure.detail());
            var origin = new LetterHeaders.Origin(at.topic(), at.partition(), at.offset());
            return List.of(
                    new ProducerRecord<>(
                            deadLetterTopic,
                            null,
                            at.timestamp() < 0 ? null : at.timestamp(),
                            at.sourceRawKey(),
                            at.sourceRawValue(),
                            LetterHeaders.of(at.headers(), failure, origin, clock.instant())));
        }
    }

    /// A processor threw: a bug of ours that this record uncovered.
    public static final class Processing implements ProcessingExceptionHandler {
        private @Nullable Context context;

        @Override
        public void configure(Map<String, ?> configs) {
            context = Context.from(configs);
        }

        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext at, Record<?, ?> record, Exception exception) {
            log.error("A record could not be processed", exception);
            return ProcessingExceptionHandler.Response.resume(
                    required(context)
                            .bury(
                                    at,
                                    new Failure(
                                            FailureCode.PROCESSING_ERROR, exception.toString())));
        }
    }

    /// The broker refused an answer of ours: one that is too large goes to the dead letters,
    /// anything else fails the transaction, which is then done again.
    public static final class Production implements ProductionExceptionHandler {
        private @Nullable Context context;

        @Override
        public void configure(Map<String, ?> configs) {
            context = Context.from(configs);
        }

        @Override
        public ProductionExceptionHandler.Response handleError(
                ErrorHandlerContext at,
                ProducerRecord<byte[], byte[]> record,
                Exception exception) {
            if (exception instanceof RecordTooLargeException && at.sourceRawValue() != null) {
                return ProductionExceptionHandler.Response.resume(
                        required(context)
                                .bury(
                                        at,
                                        new Failure(
                                                FailureCode.TOO_LARGE,
                                                "The answer is larger than its topic takes: "
                                                        + exception.getMessage())));
            }
            return ProductionExceptionHandler.Response.fail();
        }
    }

    private static Context required(@Nullable Context context) {
        if (context == null) {
            throw new IllegalStateException("configure comes first");
        }
        return context;
    }
}
