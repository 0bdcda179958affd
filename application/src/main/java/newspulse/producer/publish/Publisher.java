package newspulse.producer.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import newspulse.intake.ContentHash;
import newspulse.intake.Intake;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Outbox;
import newspulse.producer.Outcome;
import newspulse.producer.Submission;
import newspulse.redis.SharedConnection;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Sends what is new to the input topic, under the article's id. What breaks a rule is sent too, as
/// it came: the stream buries it with the reason, so that every record that ever came in is
/// accounted for in one place.
public final class Publisher implements Outbox, AutoCloseable {
    private static final int MAX_BLOCK_MS = 2_000;
    private static final int DELIVERY_TIMEOUT_MS = 12_000;

    private final Intake intake = Intake.derivingIds();
    private final String topic;
    private final SentMemory memory;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Counter sent;

    public Publisher(KafkaConfig kafka, SharedConnection redis, MeterRegistry registry) {
        topic = kafka.inputTopic();
        memory = new RedisSentMemory(redis);
        sent = registry.counter("news_sent");
        var properties = KafkaClients.producerProperties(kafka, "newspulse-producer");
        properties.put("max.block.ms", MAX_BLOCK_MS);
        properties.put("delivery.timeout.ms", DELIVERY_TIMEOUT_MS);
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public List<Outcome> offer(List<Submission> batch) throws InterruptedException {
        List<Letter> letters = batch.stream().map(this::letter).toList();
        markDuplicates(letters);
        for (Letter letter : letters) {
            if (!letter.duplicate) {
                letter.sending = send(letter);
            }
        }
        List<Outcome> outcomes = new ArrayList<>(letters.size());
        List<SentMemory.Item> acknowledged = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            Outcome outcome = outcome(letter);
            outcomes.add(outcome);
            switch (outcome) {
                case Outcome.Accepted _ -> {
                    sent.increment();
                    acknowledged.add(letter.item());
                }
                case Outcome.Duplicate _ -> acknowledged.add(letter.item());
                case Outcome.Rejected _, Outcome.Unavailable _ -> {}
            }
        }
        memory.remember(acknowledged);
        return outcomes;
    }

    /// Sends what is under way.
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private Letter letter(Submission submission) {
        return switch (submission) {
            case Submission.Raw(byte[] json) -> unchecked(json);
            case Submission.Checked(byte[] json, Intake.Outcome checked) -> letter(checked, json);
            case Submission.Draft(var draft) -> {
                Intake.Outcome checked = intake.check(draft);
                String id =
                        checked instanceof Intake.Admitted(Article article)
                                ? article.id()
                                : draft.id();
                yield letter(checked, draft.toJson(id));
            }
        };
    }

    private Letter unchecked(byte[] json) {
        String id = Intake.idOf(json);
        return id == null
                ? letter(intake.read(json), json)
                : new Letter(json, new SentMemory.Item(id, ContentHash.ofBytes(json)), null);
    }

    private static Letter letter(Intake.Outcome checked, byte[] json) {
        return switch (checked) {
            case Intake.Admitted(Article article) ->
                    new Letter(
                            json, new SentMemory.Item(article.id(), ContentHash.of(article)), null);
            case Intake.Refused(Failure failure) -> new Letter(json, null, failure);
        };
    }

    private void markDuplicates(List<Letter> letters) {
        List<Letter> valid = letters.stream().filter(letter -> letter.item != null).toList();
        List<@Nullable ContentHash> known =
                memory.recall(valid.stream().map(letter -> letter.item().id()).toList());
        for (int i = 0; i < valid.size(); i++) {
            valid.get(i).duplicate = valid.get(i).item().content().equals(known.get(i));
        }
    }

    private Future<RecordMetadata> send(Letter letter) {
        byte[] key = letter.item == null ? null : letter.item.id().getBytes(StandardCharsets.UTF_8);
        try {
            return producer.send(new ProducerRecord<>(topic, key, letter.json));
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Outcome outcome(Letter letter) throws InterruptedException {
        if (letter.sending != null) {
            try {
                letter.sending.get();
            } catch (ExecutionException e) {
                return e.getCause() instanceof RecordTooLargeException
                        ? new Outcome.Rejected(
                                new Failure(
                                        FailureCode.TOO_LARGE,
                                        "The article is larger than the topic takes."))
                        : new Outcome.Unavailable(
                                new Failure(
                                        FailureCode.DEPENDENCY_UNAVAILABLE,
                                        "Kafka does not take articles now: " + e.getCause()));
            }
        }
        if (letter.failure != null) {
            return new Outcome.Rejected(letter.failure);
        }
        String id = letter.item().id();
        return letter.duplicate ? new Outcome.Duplicate(id) : new Outcome.Accepted(id);
    }

    /// One submission on its way: its bytes, and either what identifies it or why it is invalid.
    private static final class Letter {
        private final byte[] json;
        private final SentMemory.@Nullable Item item;
        private final @Nullable Failure failure;
        private boolean duplicate;
        private @Nullable Future<RecordMetadata> sending;

        Letter(byte[] json, SentMemory.@Nullable Item item, @Nullable Failure failure) {
            this.json = json;
            this.item = item;
            this.failure = failure;
        }

        SentMemory.Item item() {
            if (item == null) {
                throw new IllegalStateException("an invalid article has no identity");
            }
            return item;
        }
    }
}
