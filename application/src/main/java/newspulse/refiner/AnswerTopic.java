package newspulse.refiner;

import newspulse.model.FailureCode;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Where answers are published. An answer was paid for, so it is sent again until the brokers have
/// it.
final class AnswerTopic implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AnswerTopic.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LAST_BACKOFF = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;
    private final AtomicBoolean inOutage = new AtomicBoolean();

    AnswerTopic(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /// What became of an answer.
    enum Outcome {
        PUBLISHED,
        TOO_LARGE,
        NOT_WANTED
    }

    /// Returns once the brokers have it, or it is not wanted any more.
    ///
    /// @param isWanted asked before each try
    /// @throws KafkaException when it can never be published, and no other
    Outcome publish(ProducerRecord<byte[], byte[]> answer, BooleanSupplier isWanted)
            throws InterruptedException {
        Duration backoff = FIRST_BACKOFF;
        while (isWanted.getAsBoolean()) {
            try {
                producer.send(answer).get();
                if (inOutage.compareAndSet(true, false)) {
                    log.info("the topic takes answers again");
                }
                return Outcome.PUBLISHED;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RecordTooLargeException) {
                    log.warn(
                            "code={} an answer is larger than the topic takes; it is not published",
                            FailureCode.TOO_LARGE.label());
                    return Outcome.TOO_LARGE;
                }
                requireRetriable(e.getCause());
            } catch (RetriableException e) {
                requireRetriable(e);
            }
            Thread.sleep(backoff);
            Duration twice = backoff.multipliedBy(2);
            backoff = twice.compareTo(LAST_BACKOFF) < 0 ? twice : LAST_BACKOFF;
        }
        return Outcome.NOT_WANTED;
    }

    private void requireRetriable(@Nullable Throwable e) {
        if (!(e instanceof RetriableException)) {
            throw new KafkaException("answers cannot be published", e);
        }
        if (inOutage.compareAndSet(false, true)) {
            log.warn(
                    "code={} the topic takes no answers, they wait: {}",
                    FailureCode.DEPENDENCY_UNAVAILABLE.label(),
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        producer.close(END);
    }
}
