package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.Eventually;
import newspulse.producer.Sleeper;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

final class HostTurnsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final HostTurns turns = new HostTurns(new HostTurns.Limits(2, SECOND), time, time);

    @Test
    void beginsRequestsToAHostSoFarApart() throws InterruptedException {
        assertThat(begun("a.example", 3))
                .containsExactly(
                        VirtualTime.START,
                        VirtualTime.START.plus(SECOND),
                        VirtualTime.START.plus(SECOND.multipliedBy(2)));
    }

    @Test
    void letsHostsNotWaitForEachOther() throws InterruptedException {
        begun("a.example", 2);
        Instant now = time.instant();
        assertThat(begun("b.example", 1)).containsExactly(now);
        assertThat(begun("B.EXAMPLE", 1)).containsExactly(now.plus(SECOND));
    }

    @Test
    void spreadsManySourcesOfAHostOverTheirInterval() throws InterruptedException {
        turns.expect("a.example", 2_000, Duration.ofMinutes(5));
        List<Instant> begun = begun("a.example", 2_000);
        assertThat(Duration.between(begun.getFirst(), begun.getLast()))
                .isBetween(Duration.ofSeconds(200), Duration.ofSeconds(240));
    }

    @Test
    void keepsTheUsualGapForFewSources() throws InterruptedException {
        turns.expect("a.example", 3, Duration.ofMinutes(5));
        assertThat(begun("a.example", 2).getLast()).isEqualTo(VirtualTime.START.plus(SECOND));
    }

    @Test
    void givesNoMorePlacesThanSoManyAtATime() throws InterruptedException {
        var crowd = new HostTurns(new HostTurns.Limits(2, Duration.ZERO), time, Sleeper.real());
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(Thread.ofVirtual().start(() -> visit(crowd, inside, most, done)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done.get()).isEqualTo(20);
        assertThat(most.get()).isBetween(1, 2);
    }

    private static void visit(
            HostTurns turns, AtomicInteger inside, AtomicInteger most, AtomicInteger done) {
        try {
            HostTurns.Visit visit = turns.enter("a.example");
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            inside.decrementAndGet();
            visit.close();
            visit.close(); // counts once
            done.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void doesNotWaitForEverForTheHostOfARedirect() throws InterruptedException {
        var one = new HostTurns(new HostTurns.Limits(1, Duration.ZERO), time, time);
        try (HostTurns.Visit _ = one.enter("a.example")) {
            assertThat(one.pass("a.example", Duration.ofMillis(5))).isEmpty();
        }
        assertThat(one.pass("a.example", Duration.ofMillis(5))).isPresent();
    }

    @Test
    void givesThePlaceBackWhenAWaitIsInterrupted() throws InterruptedException {
        var one = new HostTurns(new HostTurns.Limits(1, SECOND), time, Sleeper.real());
        one.enter("a.example").close();
        Thread waiting = Thread.ofVirtual().start(() -> interrupted(one));
        Eventually.holds("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        waiting.interrupt();
        waiting.join();
        time.advance(Duration.ofMinutes(1));
        assertThat(one.pass("a.example", Duration.ofSeconds(20))).isPresent();
    }

    private static void interrupted(HostTurns turns) {
        try {
            turns.enter("a.example").close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void remembersTheLongestTimeThatAHostWantsToBeLeftAlone() {
        Instant later = VirtualTime.START.plus(Duration.ofHours(1));
        turns.leaveAlone("a.example", later);
        turns.leaveAlone("a.example", VirtualTime.START.plus(SECOND));
        assertThat(turns.leftAloneUntil("A.example")).isEqualTo(later);
        assertThat(turns.leftAloneUntil("b.example")).isBefore(VirtualTime.START);
    }

    private List<Instant> begun(String host, int times) throws InterruptedException {
        List<Instant> begun = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < times; i++) {
            try (HostTurns.Visit _ = turns.enter(host)) {
                begun.add(time.instant());
            }
        }
        return begun;
    }
}
