package newspulse.producer.schedule;

import io.micrometer.core.instrument.Timer;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.Receipt;
import newspulse.producer.Submission;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/// Asks one source again and again, on a thread of its own. Articles are delivered before the
/// source is asked again, so there is never more than one fetch of them to keep.
final class SourceLoop {
    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);

    private final PolledSource source;
    private final FetchSchedule.Parts parts;
    private final Pace pace;
    private final Semaphore slots;
    private final FirstRound firstRound;
    private final RandomGenerator random;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKED);
    private volatile SourceStatus status;
    private volatile Instant leftAloneUntil = Instant.MIN;
    private boolean firstDone;

    private enum State {
        WAITING,
        ASKED,
        RUNNING
    }

    SourceLoop(
            PolledSource source,
            FetchSchedule.Parts parts,
            Pace pace,
            Semaphore slots,
            FirstRound firstRound,
            RandomGenerator random) {
        this.source = source;
        this.parts = parts;
        this.pace = pace;
        this.slots = slots;
        this.firstRound = firstRound;
        this.random = random;
        this.status = SourceStatus.fresh(source.name(), source.kind());
    }

    SourceStatus status() {
        return status;
    }

    /// Ends the wait. False when the source is being asked already, or asked to be left alone.
    boolean askNow() {
        if (parts.clock().instant().isBefore(leftAloneUntil)
                || !state.compareAndSet(State.WAITING, State.ASKED)) {
            return false;
        }
        wake.release();
        return true;
    }

    /// Runs until its thread is interrupted.
    void run() {
        try {
            while (true) {
                state.set(State.RUNNING);
                Duration wait = round();
                status = status.next(parts.clock().instant(), wait);
                wake.drainPermits();
                state.set(State.WAITING);
                if (wake.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    LOG.debug("{} is asked out of turn", source.name());
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is asked no more", source.name());
        }
    }

    /// Asks once and delivers; answers how long to wait then.
    private Duration round() throws InterruptedException {
        if (!parts.lease().acquire(source.name(), pace.term())) {
            finishFirst(true);
            return pace.afterSuccess(random);
        }
        try {
            return switch (fetch()) {
                case Fetched.Articles articles -> {
                    succeeded(articles.drafts().size());
                    deliver(articles.drafts(), articles.skipped());
                    yield pace.afterSuccess(random);
                }
                case Fetched.Unchanged _ -> {
                    succeeded(0);
                    yield pace.afterSuccess(random);
                }
                case Fetched.Broken broken -> {
                    Duration wait =
                            failed(broken.drafts().size(), broken.failure(), broken.retryAfter());
                    deliver(broken.drafts(), 0);
                    yield wait;
                }
            };
        } catch (RuntimeException e) {
            // A fault of this program costs one source one round, and is told in full.
            LOG.error("{} failed unexpectedly", source.name(), e);
            return failed(0, new Failure(FailureCode.INTERNAL_ERROR, e.toString()), null);
        }
    }

    private Fetched fetch() throws InterruptedException {
        slots.acquire();
        try {
            Timer.Sample timer = parts.metrics().start();
            Fetched fetched = source.fetch();
            parts.metrics().finished(timer);
            return fetched;
        } finally {
            slots.release();
        }
    }

    private void succeeded(int articles) {
        if (status.failures() > 0) {
            LOG.info("{} answers again", source.name());
        }
        leftAloneUntil = Instant.MIN;
        status = status.gave(articles, parts.clock().instant());
        finishFirst(true);
    }

    private Duration failed(int articles, Failure failure, @Nullable Duration retryAfter) {
        Failure before = status.failure();
        status = status.failed(articles, failure);
        Duration wait = pace.afterFailure(status.failures(), retryAfter, random);
        if (retryAfter != null) {
            leftAloneUntil = parts.clock().instant().plus(retryAfter);
        }
        parts.metrics().failed(failure.code());
        if (failure.equals(before)) {
            LOG.debug("{} still fails, next try in {} s", source.name(), wait.toSeconds());
        } else {
            LOG.warn(
                    "{} cannot be fetched: {} [{}], next try in {} s",
                    source.name(),
                    failure.detail(),
                    failure.code().label(),
                    wait.toSeconds());
        }
        finishFirst(false);
        return wait;
    }

    private void deliver(List<ArticleDraft> drafts, int skipped) throws InterruptedException {
        parts.metrics().fetched(source.kind(), drafts.size());
        List<Submission.Draft> submissions = drafts.stream().map(Submission.Draft::new).toList();
        Receipt receipt = parts.delivery().deliver(submissions);
        LOG.debug(
                "{}: {} new, {} known, {} rejected, {} skipped",
                source.name(),
                receipt.accepted(),
                receipt.duplicates(),
                receipt.rejected(),
                skipped);
    }

    private void finishFirst(boolean reached) {
        if (firstDone) {
            return;
        }
        firstDone = true;
        if (reached) {
            firstRound.reached();
        } else {
            firstRound.failed();
        }
    }
}
