package newspulse.refiner;

import newspulse.kafka.Loop;
import newspulse.model.AnalyzedArticle;
import newspulse.wire.ArticleReader;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Follows the analysed topic, sends out what deserves it, and commits how far that has come. An
/// offset is committed as finished only once its answer is published, or it needs none; so what is
/// read again after a crash is what was not finished.
final class RefinerLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RefinerLoop.class);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration POLL_WHILE_FULL = Duration.ofMillis(5);
    private static final Duration TO_FINISH = Duration.ofSeconds(2);
    private static final Duration LEAVE = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(4);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final Triage triage;
    private final Calls calls;
    private final RefinerMetrics metrics;
    private final Loop loop;
    private volatile long watermarkLag;

    /// Prepares the loop; it begins with [#start].
    ///
    /// @param consumers gives a consumer in the refiner's group that does not commit by itself
    RefinerLoop(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            Triage triage,
            Calls calls,
            RefinerMetrics metrics,
            java.util.function.Consumer<Throwable> onFatal) {
        this.consumers = consumers;
        this.topic = topic;
        this.triage = triage;
        this.calls = calls;
        this.metrics = metrics;
        this.loop = new Loop("refiner", this::run, onFatal);
    }

    void start() {
        loop.start();
    }

    boolean isRunning() {
        return loop.isRunning();
    }

    long watermarkLag() {
        return watermarkLag;
    }

    /// Lets what is out end within two seconds, commits what is finished, and leaves the group.
    @Override
    public void close() {
        loop.end(END);
    }

    private void run(Loop running) throws InterruptedException {
        Consumer<byte[], byte[]> consumer = consumers.get();
        var assignment = new Assignment(consumer, calls, TO_FINISH);
        try {
            consumer.subscribe(List.of(topic), assignment);
            while (running.goesOn()) {
                boolean reads = assignment.steer();
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(reads ? POLL : POLL_WHILE_FULL)) {
                    assignment.toWorkOn(record).ifPresent(offsets -> take(record, offsets));
                }
                assignment.commitWhenDue();
                watermarkLag = assignment.watermarkLag();
            }
            assignment.giveUpAll();
        } finally {
            calls.close();
            consumer.close(CloseOptions.timeout(LEAVE));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, PartitionOffsets offsets) {
        metrics.received(1);
        boolean isNew = offsets.begin(record.offset());
        switch (ArticleReader.read(record.value())) {
            case ArticleReader.Unreadable(String why) -> {
                metrics.unreadable();
                log.warn(
                        "code=malformed_json passed over {}-{}@{}: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        why);
                offsets.finish(record.offset());
            }
            case ArticleReader.Read(AnalyzedArticle article) -> {
                Optional<Skip> skip = skip(article, isNew);
                if (skip.isPresent()) {
                    metrics.skipped(skip.get());
                    offsets.finish(record.offset());
                } else {
                    calls.add(new Work(article, record, offsets));
                }
            }
        }
    }

    /// Whatever is done with an article, what is in hand of its id hears of it.
    private Optional<Skip> skip(AnalyzedArticle article, boolean isNew) {
        boolean isNews = calls.hear(article.article().id(), article.revision());
        if (!isNew) {
            return Optional.of(Skip.FINISHED_BEFORE);
        }
        return isNews ? triage.skip(article) : Optional.of(Skip.STALE);
    }
}
