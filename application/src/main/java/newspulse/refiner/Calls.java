package newspulse.refiner;

import newspulse.model.Revision;
import newspulse.refiner.Work.State;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The articles in hand: those that wait, those that are out, each on a virtual thread, and those
/// whose answers are being published. At most so many are out at once, and at most one of an id.
/// Something newer of the same id makes whatever is in hand of it needless.
final class Calls {
    /// For each that is out so many are kept at hand, so that none waits for a poll.
    private static final int IN_HAND_FOR_ONE_OUT = 3;

    private static final int MIN_IN_HAND = 64;
    private static final long MAX_WEIGHT = 64L << 20;
    private static final Duration TO_STOP = Duration.ofMillis(500);

    private final int maxInFlight;
    private final int maxInHand;
    private final CallTask task;
    private final RefinerMetrics metrics;
    private final Consumer<Throwable> onFatal;

    private final Deque<Work> ready = new ArrayDeque<>();
    private final Map<String, Slot> byId = new HashMap<>();
    private int inFlight;
    private int inHand;
    private long weight;
    private boolean closed;

    /// Prepares for work.
    ///
    /// @param onFatal hears what escapes a task: a bug, or a broker that will never take answers
    Calls(int maxInFlight, CallTask task, RefinerMetrics metrics, Consumer<Throwable> onFatal) {
        this.maxInFlight = maxInFlight;
        this.maxInHand = Math.max(MIN_IN_HAND, IN_HAND_FOR_ONE_OUT * maxInFlight);
        this.task = task;
        this.metrics = metrics;
        this.onFatal = onFatal;
    }

    /// Hears of an article, whatever is to be done with it. Older revisions in hand are dropped.
    ///
    /// @return false when it is no news: the same or a higher revision is in hand
    synchronized boolean hear(String id, Revision revision) {
        Slot slot = byId.get(id);
        if (slot == null) {
            return true;
        }
        if (slot.hasSameOrHigher(revision)) {
            return false;
        }
        if (slot.waiting != null) {
            Work old = slot.waiting;
            slot.waiting = null;
            ready.remove(old);
            old.state = State.DROPPED;
            supersede(old);
        }
        if (slot.active != null && slot.isActiveMadeNeedless(revision)) {
            drop(slot.active);
            supersede(slot.active);
        }
        forgetWhenEmpty(id, slot);
        return true;
    }

    /// Takes an article in hand, of which [#hear] said that it is news.
    synchronized void add(Work work) {
        Slot slot = byId.computeIfAbsent(work.id(), _ -> new Slot());
        slot.waiting = work;
        inHand++;
        weight += work.weight();
        if (slot.active == null) {
            ready.addLast(work);
        }
        startWhatCan();
    }

    /// Whether more can be taken in hand.
    synchronized boolean hasRoom() {
        return inHand < maxInHand && weight < MAX_WEIGHT;
    }

    private synchronized boolean isWanted(Work work) {
        return work.state != State.DROPPED;
    }

    /// Ends the work on partitions: what waits is dropped at once, what is out or on its way to the
    /// topic has the patience to end. When this returns, what is finished of them does not change
    /// any more.
    synchronized void abandon(Collection<PartitionOffsets> partitions, Duration patience)
            throws InterruptedException {
        for (Slot slot : List.copyOf(byId.values())) {
            Work waiting = slot.waiting;
            if (waiting != null && partitions.contains(waiting.offsets())) {
                slot.waiting = null;
                ready.remove(waiting);
                waiting.state = State.DROPPED;
                leave(waiting);
                forgetWhenEmpty(waiting.id(), slot);
            }
        }
        await(partitions, patience);
        active(partitions).forEach(Calls::drop);
        await(partitions, TO_STOP);
    }

    /// Begins nothing more, and interrupts what is under way.
    synchronized void close() {
        closed = true;
        byId.values()
                .forEach(slot -> {
                    if (slot.active != null) {
                        drop(slot.active);
                    }
                });
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized int inHand() {
        return inHand;
    }

    private static void drop(Work active) {
        active.state = State.DROPPED;
        if (active.thread != null) {
            active.thread.interrupt();
        }
    }

    /// Its offset is finished, for what came after it is in the log, too.
    private void supersede(Work old) {
        metrics.superseded();
        old.finish();
        if (old.thread == null) {
            leave(old);
        }
    }

    private void startWhatCan() {
        while (!closed && inFlight < maxInFlight && !ready.isEmpty()) {
            start(ready.removeFirst());
        }
    }

    private void start(Work work) {
        Slot slot = slot(work);
        slot.waiting = null;
        slot.active = work;
        work.state = State.CALLING;
        inFlight++;
        work.thread =
                Thread.ofVirtual()
                        .name("refine-", work.source().offset())
                        .uncaughtExceptionHandler((_, e) -> onFatal.accept(e))
                        .start(() -> run(work));
    }

    private void run(Work work) {
        boolean done = false;
        try {
            byte[] answer = null;
            boolean wanted;
            try {
                answer = task.ask(work);
            } finally {
                wanted = answered(work);
            }
            if (wanted && answer != null) {
                task.publish(work, answer, () -> isWanted(work));
            }
            done = wanted;
        } catch (InterruptedException _) {
            // It was dropped, and whoever dropped it knows whether it counts as finished.
            done = true;
        } finally {
            end(work, done);
        }
    }

    /// Nobody is asked any more: somebody else's turn comes.
    ///
    /// @return whether the answer is still wanted
    private synchronized boolean answered(Work work) {
        inFlight--;
        startWhatCan();
        if (work.state != State.CALLING) {
            return false;
        }
        work.state = State.PUBLISHING;
        // An interrupt came for the call, which is over.
        boolean _ = Thread.interrupted();
        return true;
    }

    private synchronized void end(Work work, boolean done) {
        if (done && work.state != State.DROPPED) {
            work.finish();
        }
        leave(work);
        Slot slot = slot(work);
        slot.active = null;
        if (slot.waiting != null) {
            ready.addFirst(slot.waiting);
        }
        forgetWhenEmpty(work.id(), slot);
        startWhatCan();
    }

    private void leave(Work work) {
        inHand--;
        weight -= work.weight();
        notifyAll();
    }

    private Slot slot(Work work) {
        Slot slot = byId.get(work.id());
        if (slot == null) {
            throw new IllegalStateException("not in hand: " + work.source().offset());
        }
        return slot;
    }

    private void forgetWhenEmpty(String id, Slot slot) {
        if (slot.isEmpty()) {
            byId.remove(id, slot);
        }
    }

    private List<Work> active(Collection<PartitionOffsets> partitions) {
        List<Work> active = new ArrayList<>();
        byId.values()
                .forEach(slot -> {
                    if (slot.active != null && partitions.contains(slot.active.offsets())) {
                        active.add(slot.active);
                    }
                });
        return active;
    }

    private void await(Collection<PartitionOffsets> partitions, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        while (left > 0 && !active(partitions).isEmpty()) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }
}
