package newspulse.producer.web;

import newspulse.producer.Sleeper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Whose turn it is at each host, over everything that is asked of it: so many requests at a time,
/// so far apart, and none while the host asks to be left alone. Whoever waits here holds nothing
/// that others need.
public final class HostTurns {
    private static final int SWEEP_AT = 10_000;

    private final Limits limits;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /// `concurrency` requests at a time, begun at least `gap` apart.
    public record Limits(int concurrency, Duration gap) {}

    /// One request's leave; closing it, once or more often, lets the next one in.
    @FunctionalInterface
    public interface Visit extends AutoCloseable {
        @Override
        void close();
    }

    public HostTurns(Limits limits, InstantSource clock, Sleeper sleeper) {
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /// Everybody's turn, always.
    static HostTurns unlimited(InstantSource clock) {
        return new HostTurns(new Limits(Integer.MAX_VALUE, Duration.ZERO), clock, Sleeper.real());
    }

    /// So many sources of the host are to be asked once in the time each: where they would not get
    /// round at the usual gap, they are spread over four fifths of that time.
    public void expect(String host, int sources, Duration within) {
        Duration gap = within.multipliedBy(4).dividedBy(5L * Math.max(1, sources));
        Host one = entered(host);
        one.expect(gap.compareTo(limits.gap()) < 0 ? gap : limits.gap());
        one.users.decrementAndGet();
    }

    /// Waits for a turn however long the queue is. Whoever has one takes no second one.
    public Visit enter(String host) throws InterruptedException {
        return turn(host, null).orElseThrow();
    }

    /// A turn at a host that a redirect leads to, while another host's is held: so not for ever,
    /// for two that wait for each other would.
    Optional<Visit> pass(String host, Duration patience) throws InterruptedException {
        return turn(host, patience);
    }

    /// The host asks to be left alone until then. It is for those who ask to heed it.
    public void leaveAlone(String host, Instant until) {
        Host one = entered(host);
        one.leaveAlone(until);
        one.users.decrementAndGet();
    }

    /// Until when the host is to be left alone; a time in the past where it is not.
    public Instant leftAloneUntil(String host) {
        Host one = hosts.get(key(host));
        return one == null ? Instant.MIN : one.aloneUntil();
    }

    private Optional<Visit> turn(String host, @Nullable Duration patience)
            throws InterruptedException {
        Host one = entered(host);
        boolean placed = false;
        boolean begun = false;
        try {
            if (patience == null) {
                one.places.acquire();
                placed = true;
            } else {
                placed = one.places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (placed) {
                Instant now = clock.instant();
                Instant turn = one.next(now);
                if (turn.isAfter(now)) {
                    sleeper.sleep(Duration.between(now, turn));
                }
                begun = true;
            }
        } finally {
            if (!begun) {
                one.leave(placed);
            }
        }
        return begun ? Optional.of(one.visit()) : Optional.empty();
    }

    private Host entered(String host) {
        if (hosts.size() > SWEEP_AT) {
            Instant now = clock.instant();
            for (String key : hosts.keySet()) {
                hosts.computeIfPresent(key, (_, one) -> one.isIdle(now) ? null : one);
            }
        }
        return hosts.compute(
                key(host),
                (_, known) -> {
                    Host one = known == null ? new Host(limits) : known;
                    one.users.incrementAndGet();
                    return one;
                });
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    /// One host's queue.
    private static final class Host {
        private final Semaphore places;
        private final AtomicInteger users = new AtomicInteger();
        private Duration gap;
        private boolean isExpected;
        private Instant nextTurn = Instant.MIN;
        private Instant alone = Instant.MIN;

        Host(Limits limits) {
            places = new Semaphore(limits.concurrency(), true);
            gap = limits.gap();
        }

        synchronized void expect(Duration newGap) {
            gap = newGap;
            isExpected = true;
        }

        synchronized Instant next(Instant now) {
            Instant turn = nextTurn.isAfter(now) ? nextTurn : now;
            nextTurn = turn.plus(gap);
            return turn;
        }

        synchronized void leaveAlone(Instant until) {
            alone = until.isAfter(alone) ? until : alone;
        }

        synchronized Instant aloneUntil() {
            return alone;
        }

        /// Whether it can be forgotten.
        synchronized boolean isIdle(Instant now) {
            return users.get() == 0 && !isExpected && nextTurn.isBefore(now) && alone.isBefore(now);
        }

        Visit visit() {
            var over = new AtomicBoolean();
            return () -> {
                if (over.compareAndSet(false, true)) {
                    leave(true);
                }
            };
        }

        void leave(boolean placed) {
            if (placed) {
                places.release();
            }
            users.decrementAndGet();
        }
    }
}
