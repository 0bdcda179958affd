package newspulse.producer.publish;

import io.micrometer.core.instrument.Counter;

import newspulse.intake.Intake;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.kafka.Origin;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.folder.FileLine;
import newspulse.producer.folder.FileLog;
import newspulse.producer.folder.Position;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Lines go to the input topic and the position to a compacted one beside it, in one transaction.
/// Opening it fences whoever had it open before (KIP-98), so a fetcher that was thought dead cannot
/// write.
public final class KafkaFileLog implements FileLog {
    private static final int MAX_BLOCK_MS = 10_000;
    private static final int DELIVERY_TIMEOUT_MS = 12_000;
    private static final int TRANSACTION_TIMEOUT_MS = 20_000;

    /// A line longer than this is cut where the topic takes less than it should.
    private static final int SHORT = 64 * 1024;

    private final Intake intake = Intake.derivingIds();
    private final KafkaConfig kafka;
    private final String source;
    private final Counter sent;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    public KafkaFileLog(KafkaConfig kafka, String source, Counter sent) {
        this.kafka = kafka;
        this.source = source;
        this.sent = sent;
    }

    @Override
    public Map<String, Position> open() throws UnavailableException, InterruptedException {
        close();
        Map<String, Object> properties =
                KafkaClients.producerProperties(kafka, "newspulse-files-" + source);
        properties.put("transactional.id", kafka.filePositionsTopic() + "-" + source);
        properties.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        properties.put("max.block.ms", MAX_BLOCK_MS);
        properties.put("delivery.timeout.ms", DELIVERY_TIMEOUT_MS);
        try {
            var opened =
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer());
            producer = opened;
            opened.initTransactions();
            return new FilePositions(kafka).of(source);
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void publish(String file, List<FileLine> lines, Position reached)
            throws UnavailableException, InterruptedException {
        try {
            commit(file, lines, reached.toJson());
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (RecordTooLargeException _) {
            List<FileLine> shorter = lines.stream().map(KafkaFileLog::shortened).toList();
            try {
                commit(file, shorter, reached.toJson());
            } catch (InterruptException e) {
                throw interrupted(e);
            } catch (KafkaException e) {
                throw unavailable(e);
            }
        } catch (KafkaException e) {
            throw unavailable(e);
        }
        sent.increment(lines.size());
    }

    @Override
    public void forget(String file) throws UnavailableException, InterruptedException {
        try {
            commit(file, List.of(), null);
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private void commit(String file, List<FileLine> lines, byte @Nullable [] position) {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            throw new IllegalStateException("it was not opened");
        }
        open.beginTransaction();
        try {
            for (FileLine line : lines) {
                var origin = new Origin(source, file, line.number(), line.refusal());
                var _ = // what fails, the commit tells
                        open.send(
                                new ProducerRecord<>(
                                        kafka.inputTopic(),
                                        null,
                                        key(line),
                                        line.bytes(),
                                        origin.headers()));
            }
            byte[] key = FilePositions.key(source, file);
            var _ = open.send(new ProducerRecord<>(kafka.filePositionsTopic(), key, position));
            open.commitTransaction();
        } catch (KafkaException e) {
            RecordTooLargeException tooLarge = tooLarge(e);
            if (tooLarge == null) {
                throw e;
            }
            open.abortTransaction();
            throw tooLarge;
        }
    }

    private static @Nullable RecordTooLargeException tooLarge(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException found) {
                return found;
            }
        }
        return null;
    }

    private byte @Nullable [] key(FileLine line) {
        if (line.refusal() != null) {
            return null;
        }
        String id = Intake.idOf(line.bytes());
        if (id == null && intake.read(line.bytes()) instanceof Intake.Admitted(var article)) {
            id = article.id();
        }
        return id == null ? null : id.getBytes(StandardCharsets.UTF_8);
    }

    private static FileLine shortened(FileLine line) {
        if (line.bytes().length <= SHORT) {
            return line;
        }
        var failure =
                new Failure(FailureCode.TOO_LARGE, "The line is larger than the topic takes.");
        return new FileLine(line.number(), Arrays.copyOf(line.bytes(), SHORT), failure);
    }

    private UnavailableException unavailable(KafkaException e) {
        close();
        return new UnavailableException("Kafka does not take them now: " + e.getMessage(), e);
    }

    private InterruptedException interrupted(InterruptException e) {
        Thread.interrupted(); // whoever catches the exception knows
        close();
        var interrupted = new InterruptedException("while waiting for Kafka");
        interrupted.initCause(e);
        return interrupted;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
