package newspulse.producer.schedule;

import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.PolledSource;
import newspulse.producer.Turns;
import newspulse.producer.web.HostTurns;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Asks every source when it is due, a bounded number at a time, each on a virtual thread of its
/// own, so that a slow source holds up no other.
public final class FetchSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchSchedule.class);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(900);

    private final List<SourceLoop> loops;
    private final Parts parts;
    private final ExecutorService threads;

    /// What every source's loop works with.
    public record Parts(
            Delivery delivery,
            Turns turns,
            HostTurns hosts,
            FetchMetrics metrics,
            InstantSource clock) {}

    /// How often sources are asked: `interval` where they publish often, `longestInterval` where
    /// they seldom do; `concurrency` at a time.
    public record Rules(Duration interval, Duration longestInterval, int concurrency) {}

    private FetchSchedule(List<SourceLoop> loops, Parts parts) {
        this.loops = List.copyOf(loops);
        this.parts = parts;
        this.threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch-", 0).factory());
    }

    /// Starts with what is due. The seed spreads the waits.
    public static FetchSchedule start(
            List<PolledSource> sources, Rules rules, Parts parts, long seed) {
        var random = new SplittableRandom(seed);
        var slots = new Semaphore(rules.concurrency());
        var firstRound = new FirstRound(sources.size());
        expect(sources, rules.interval(), parts.hosts());
        List<SourceLoop> loops = new ArrayList<>();
        for (PolledSource source : sources) {
            Duration interval = Pace.longer(rules.interval(), source.shortestInterval());
            var pace = new Pace(interval, rules.longestInterval());
            var round = new SourceRound(source, parts, pace, slots, random.split());
            loops.add(new SourceLoop(source, parts, round, firstRound));
        }
        var schedule = new FetchSchedule(loops, parts);
        LOG.info(
                "{} sources are asked every {} s, seldom publishing ones down to every {} s",
                sources.size(),
                rules.interval().toSeconds(),
                Pace.longer(rules.interval(), rules.longestInterval()).toSeconds());
        for (SourceState state : SourceState.values()) {
            parts.metrics().watch(state.label(), () -> schedule.count(state));
        }
        loops.forEach(loop -> schedule.threads.execute(loop::run));
        return schedule;
    }

    private static void expect(List<PolledSource> sources, Duration interval, HostTurns hosts) {
        sources.stream()
                .map(PolledSource::host)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(host -> host, Collectors.counting()))
                .forEach((host, count) -> hosts.expect(host, count.intValue(), interval));
    }

    /// Asks every source of this replica now that is not being asked already and did not ask to be
    /// left alone; answers how many those are.
    public int fetchNow() {
        int asked = 0;
        for (SourceLoop loop : loops) {
            asked += loop.askNow() ? 1 : 0;
        }
        return asked;
    }

    /// Looks again which sources are this replica's.
    public void look() {
        loops.forEach(SourceLoop::look);
    }

    /// How each source of this replica is doing, in the order of the list.
    public List<SourceStatus> statuses() {
        return loops.stream().filter(SourceLoop::isOurs).map(SourceLoop::status).toList();
    }

    private int count(SourceState state) {
        Instant now = parts.clock().instant();
        return (int) statuses().stream().filter(status -> status.state(now) == state).count();
    }

    /// How every source is doing, in the order of the list; those that other replicas ask as these
    /// noted it. May block.
    public List<SourceStatus> everywhere() {
        List<String> others =
                loops.stream().filter(loop -> !loop.isOurs()).map(SourceLoop::name).toList();
        List<Turns.Known> known = others.isEmpty() ? List.of() : parts.turns().look(others);
        Map<String, SourceStatus> noted = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            SourceMemory memory = SourceMemory.read(known.get(i).text());
            if (memory != null) {
                noted.put(others.get(i), memory.status());
            }
        }
        return loops.stream().map(loop -> noted.getOrDefault(loop.name(), loop.status())).toList();
    }

    /// Stops within a second; a fetch under way is given up.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A source does not stop");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
