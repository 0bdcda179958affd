package newspulse.producer.schedule;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.Receipt;
import newspulse.producer.Submission;
import newspulse.producer.Turns;
import newspulse.producer.web.HostTurns;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/// One source asked once: when its host has a place and this process has one, and with leave that
/// nobody else has. Its articles are delivered, and what was learnt is noted, before the place here
/// is given up, so that never more is held than so many sources gave.
final class SourceRound {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRound.class);
    private static final HostTurns.Visit ANYWHERE = () -> {};

    /// A source that is gone is not looked at again before the note of it is forgotten.
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final PolledSource source;
    private final FetchSchedule.Parts parts;
    private final Pace pace;
    private final Semaphore slots;
    private final RandomGenerator random;
    private final SourceHistory history;
    private volatile SourceStatus status;

    SourceRound(
            PolledSource source,
            FetchSchedule.Parts parts,
            Pace pace,
            Semaphore slots,
            RandomGenerator random) {
        this.source = source;
        this.parts = parts;
        this.pace = pace;
        this.slots = slots;
        this.random = random;
        this.status = SourceStatus.fresh(source.name(), source.kind(), pace.shortest());
        this.history = new SourceHistory(status, pace);
    }

    SourceStatus status() {
        return status;
    }

    /// Takes up what is known of it; false where that is nothing.
    boolean meet(String known) {
        SourceMemory memory = SourceMemory.read(known);
        if (memory == null || !source.recall(memory.learnt())) {
            history.resume(SourceStatus.fresh(source.name(), source.kind(), pace.shortest()));
            status = history.status();
            return false;
        }
        history.resume(memory.status());
        status = history.status();
        return true;
    }

    /// Asks, due at a moment of [System#nanoTime]; answers when to ask again, or nothing where
    /// nobody could say whether it may be asked.
    Optional<Duration> ask(long due, boolean outOfTurn) throws InterruptedException {
        String host = source.host();
        HostTurns.Visit visit = host == null ? ANYWHERE : parts.hosts().enter(host);
        boolean placed = false;
        try {
            if (host != null) {
                Instant now = parts.clock().instant();
                Instant alone = parts.hosts().leftAloneUntil(host);
                if (alone.isAfter(now)) {
                    return Optional.of(rest(Pace.spread(Duration.between(now, alone), random)));
                }
            }
            slots.acquire();
            placed = true;
            return switch (parts.turns().claim(source.name(), status.interval(), outOfTurn)) {
                case Turns.Turn.Away _ -> Optional.empty();
                case Turns.Turn.NotYet(Duration wait) -> Optional.of(rest(wait));
                case Turns.Turn.Granted(long token, String known) -> {
                    if (!known.isEmpty()) {
                        meet(known);
                    }
                    Duration late = Duration.ofNanos(Math.max(0, System.nanoTime() - due));
                    yield Optional.of(granted(token, outOfTurn ? Duration.ZERO : late, visit));
                }
            };
        } finally {
            visit.close();
            if (placed) {
                slots.release();
            }
        }
    }

    private Duration granted(long token, Duration late, HostTurns.Visit visit)
            throws InterruptedException {
        parts.metrics().late(late);
        history.asked(parts.clock().instant(), late);
        status = history.status();
        Duration wait;
        try {
            Fetched fetched = fetch();
            visit.close();
            wait = taken(fetched);
        } catch (RuntimeException e) {
            // A fault of this program costs one source one round, and is told in full.
            LOG.error("{} failed unexpectedly", source.name(), e);
            var failure = new Failure(FailureCode.INTERNAL_ERROR, e.toString());
            wait = failed(new Fetched.Broken(failure));
        }
        rest(wait);
        var memory = new SourceMemory(status, source.learnt());
        if (!parts.turns().finish(source.name(), token, memory.write(), wait)) {
            LOG.debug("{} was asked by another replica meanwhile, or nobody says", source.name());
        }
        return wait;
    }

    private Fetched fetch() throws InterruptedException {
        long begun = System.nanoTime();
        try {
            return source.fetch();
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - begun);
            parts.metrics().finished(time);
            history.answered(time);
        }
    }

    /// Delivers what it gave and notes how it does; answers how long it is left alone now.
    private Duration taken(Fetched fetched) throws InterruptedException {
        return switch (fetched) {
            case Fetched.Articles(List<ArticleDraft> drafts, int skipped, Duration freshFor) -> {
                long news = deliver(drafts, skipped);
                succeeded();
                history.gave(drafts.size(), news, parts.clock().instant());
                yield pace.afterSuccess(history.status().interval(), freshFor, random);
            }
            case Fetched.Unchanged(Duration freshFor) -> {
                succeeded();
                history.gaveTheSame(parts.clock().instant());
                yield pace.afterSuccess(history.status().interval(), freshFor, random);
            }
            case Fetched.Broken broken -> {
                deliver(broken.drafts(), 0);
                yield failed(broken);
            }
            case Fetched.Gone(Failure failure) -> {
                parts.metrics().failed(failure.code());
                history.gone(failure);
                LOG.warn(
                        "{} is gone for good and is asked no more; take it from the list: {}",
                        source.name(),
                        failure.detail());
                yield FOR_GOOD;
            }
        };
    }

    private void succeeded() {
        if (status.failures() > 0) {
            LOG.info("{} answers again", source.name());
        }
    }

    private Duration failed(Fetched.Broken broken) {
        Failure failure = broken.failure();
        Duration asked = broken.retryAfter();
        @Nullable Instant until = asked == null ? null : parts.clock().instant().plus(asked);
        history.failed(broken.drafts().size(), failure, until);
        Duration wait =
                pace.afterFailure(
                        status.failures() + 1, status.interval(), broken.asked(), asked, random);
        parts.metrics().failed(failure.code());
        if (failure.equals(status.failure())) {
            LOG.debug("{} still fails, next try in {} s", source.name(), wait.toSeconds());
        } else {
            LOG.warn(
                    "{} cannot be fetched: {} [{}], next try in {} s",
                    source.name(),
                    failure.detail(),
                    failure.code().label(),
                    wait.toSeconds());
        }
        return wait;
    }

    private long deliver(List<ArticleDraft> drafts, int skipped) throws InterruptedException {
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
        return receipt.accepted();
    }

    private Duration rest(Duration wait) {
        history.rests(parts.clock().instant(), wait);
        status = history.status();
        return wait;
    }
}
