package newspulse.producer.schedule;

import newspulse.producer.PolledSource;
import newspulse.producer.Turns;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// When one source is asked, on a thread of its own: each time that it is due, as long as it is
/// this replica's.
final class SourceLoop {
    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);

    /// Between looks at a source that is not to be asked, should nothing wake this one.
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final PolledSource source;
    private final FetchSchedule.Parts parts;
    private final SourceRound round;
    private final FirstRound firstRound;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicReference<State> state = new AtomicReference<>(State.ASKED);
    private boolean isMet;
    private boolean firstDone;
    private long due = System.nanoTime();

    private enum State {
        WAITING,
        ASKED,
        RUNNING
    }

    SourceLoop(
            PolledSource source,
            FetchSchedule.Parts parts,
            SourceRound round,
            FirstRound firstRound) {
        this.source = source;
        this.parts = parts;
        this.round = round;
        this.firstRound = firstRound;
    }

    String name() {
        return source.name();
    }

    SourceStatus status() {
        return round.status();
    }

    boolean isOurs() {
        return parts.turns().isOurs(source.group());
    }

    /// Ends the wait. False when the source is being asked already, asked to be left alone, is gone
    /// or another replica's.
    boolean askNow() {
        SourceStatus known = status();
        Instant alone = known.leftAloneUntil();
        boolean isLeftAlone = alone != null && parts.clock().instant().isBefore(alone);
        if (known.gone()
                || isLeftAlone
                || !isOurs()
                || !state.compareAndSet(State.WAITING, State.ASKED)) {
            return false;
        }
        wake.release();
        return true;
    }

    /// Looks again whose the source is.
    void look() {
        wake.release();
    }

    /// Runs until its thread is interrupted.
    void run() {
        try {
            boolean outOfTurn = false;
            while (true) {
                Duration wait = turn(outOfTurn);
                wake.drainPermits();
                state.set(State.WAITING);
                boolean woken = wake.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
                outOfTurn = state.getAndSet(State.RUNNING) == State.ASKED && woken;
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is asked no more", source.name());
        }
    }

    /// Does what is to be done now; answers when to look again.
    private Duration turn(boolean outOfTurn) throws InterruptedException {
        if (!isOurs()) {
            isMet = false;
            return idle();
        }
        boolean isAnother = false;
        if (!isMet) {
            List<Turns.Known> known = parts.turns().look(List.of(source.name()));
            if (known.isEmpty()) {
                return LOOK_AGAIN;
            }
            isMet = true;
            String text = known.getFirst().text();
            // What was asked not long ago under this name was another source.
            isAnother = !round.meet(text) && !text.isEmpty();
            due = System.nanoTime() + (isAnother ? 0 : known.getFirst().rest().toNanos());
        }
        if (status().gone()) {
            return idle();
        }
        Duration early = Duration.ofNanos(due - System.nanoTime());
        if (early.isPositive() && !outOfTurn) {
            finishFirst(true);
            return early;
        }
        Optional<Duration> wait = round.ask(due, outOfTurn || isAnother);
        wait.ifPresent(time -> due = System.nanoTime() + time.toNanos());
        finishFirst(status().failures() == 0);
        return wait.orElse(LOOK_AGAIN);
    }

    private Duration idle() {
        finishFirst(true);
        return IDLE;
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
