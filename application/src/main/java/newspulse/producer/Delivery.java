package newspulse.producer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Hands articles over until the pipeline has them: while the broker is away it waits and offers
/// the same articles again, so that none is lost and a source needs no memory of its own.
public final class Delivery {
    /// How many articles are offered at once at most.
    public static final int MAX_BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final Sleeper sleeper;
    private final AtomicBoolean waiting = new AtomicBoolean();

    public Delivery(Outbox outbox, Sleeper sleeper) {
        this.outbox = outbox;
        this.sleeper = sleeper;
    }

    /// Returns when every article was accepted, known or rejected.
    public Receipt deliver(List<? extends Submission> submissions) throws InterruptedException {
        Receipt receipt = Receipt.NOTHING;
        for (int from = 0; from < submissions.size(); from += MAX_BATCH) {
            int to = Math.min(from + MAX_BATCH, submissions.size());
            receipt = receipt.plus(deliverBatch(List.copyOf(submissions.subList(from, to))));
        }
        return receipt;
    }

    private Receipt deliverBatch(List<Submission> batch) throws InterruptedException {
        Receipt receipt = Receipt.NOTHING;
        List<Submission> left = batch;
        Duration wait = FIRST_WAIT;
        while (true) {
            Round round = offer(left);
            receipt = receipt.plus(round.receipt());
            left = round.left();
            if (left.isEmpty()) {
                reportDelivered();
                return receipt;
            }
            sleeper.sleep(wait);
            wait = wait.multipliedBy(2);
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }

    private Round offer(List<Submission> batch) throws InterruptedException {
        List<Outcome> outcomes = outbox.offer(batch);
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException(
                    "offered " + batch.size() + " articles, got " + outcomes.size() + " outcomes");
        }
        long accepted = 0;
        long duplicates = 0;
        long rejected = 0;
        List<Submission> left = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Accepted _ -> accepted++;
                case Outcome.Duplicate _ -> duplicates++;
                case Outcome.Rejected _ -> rejected++;
                case Outcome.Unavailable unavailable -> {
                    left.add(batch.get(i));
                    reportWaiting(unavailable);
                }
            }
        }
        return new Round(new Receipt(accepted, duplicates, rejected), left);
    }

    private void reportWaiting(Outcome.Unavailable unavailable) {
        if (waiting.compareAndSet(false, true)) {
            LOG.warn("Articles cannot be handed over and wait: {}", unavailable.failure().detail());
        }
    }

    private void reportDelivered() {
        if (waiting.compareAndSet(true, false)) {
            LOG.info("Articles are handed over again");
        }
    }

    private record Round(Receipt receipt, List<Submission> left) {}
}
