package newspulse.producer.schedule;

import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.Lease;
import newspulse.producer.PolledSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Asks every source at once and then every interval, a bounded number at a time, each on a virtual
/// thread of its own, so that a slow source holds up no other.
public final class FetchSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchSchedule.class);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(900);

    private final List<SourceLoop> loops;
    private final ExecutorService threads;

    /// What every source's loop works with.
    public record Parts(
            Delivery delivery, Lease lease, FetchMetrics metrics, InstantSource clock) {}

    private FetchSchedule(List<SourceLoop> loops) {
        this.loops = List.copyOf(loops);
        this.threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch-", 0).factory());
    }

    /// Starts with the first round. The seed spreads the waits.
    public static FetchSchedule start(
            List<PolledSource> sources,
            Duration interval,
            int concurrency,
            Parts parts,
            long seed) {
        var random = new SplittableRandom(seed);
        var slots = new Semaphore(concurrency);
        var firstRound = new FirstRound(sources.size());
        List<SourceLoop> loops =
                sources.stream()
                        .map(source -> loop(source, interval, parts, slots, firstRound, random))
                        .toList();
        var schedule = new FetchSchedule(loops);
        LOG.info("{} sources are asked every {} s", sources.size(), interval.toSeconds());
        loops.forEach(loop -> schedule.threads.execute(loop::run));
        return schedule;
    }

    private static SourceLoop loop(
            PolledSource source,
            Duration interval,
            Parts parts,
            Semaphore slots,
            FirstRound firstRound,
            SplittableRandom random) {
        Duration own = Pace.longer(interval, source.shortestInterval());
        return new SourceLoop(source, parts, new Pace(own), slots, firstRound, random.split());
    }

    /// Asks every source now that is not being asked already and did not ask to be left alone;
    /// answers how many those are.
    public int fetchNow() {
        int asked = 0;
        for (SourceLoop loop : loops) {
            asked += loop.askNow() ? 1 : 0;
        }
        return asked;
    }

    /// How each source is doing, in the order of the list.
    public List<SourceStatus> statuses() {
        return loops.stream().map(SourceLoop::status).toList();
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
