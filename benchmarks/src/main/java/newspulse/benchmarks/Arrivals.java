package newspulse.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How the number of stored articles grew over time.
record Arrivals(List<Sample> samples) {
    private static final long POLL_MILLIS = 10;
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(60);

    /// A number of articles, and when it was first seen.
    record Sample(double seconds, long stored) {}

    /// Watches until so many are stored, or none has come for a while: then no more will. The clock
    /// starts when the system announced itself.
    ///
    /// @param expected articles at most
    static Arrivals until(RunningSystem system, long expected)
            throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample(0, 0));
        try (RedisCount redis = system.redis()) {
            while (true) {
                long stored = redis.stored();
                double now = (System.nanoTime() - system.announcedNanos()) / 1e9;
                Sample last = samples.getLast();
                if (stored > last.stored()) {
                    samples.add(new Sample(now, stored));
                }
                if (stored >= expected) {
                    break;
                }
                Duration patience = last.stored() == 0 ? FIRST_PATIENCE : CALM;
                if (now - samples.getLast().seconds() > patience.toSeconds()) {
                    break;
                }
                if (!system.isAlive()) {
                    throw new IOException("the system ended:\n" + system.endOfLog());
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        return new Arrivals(List.copyOf(samples));
    }

    long stored() {
        return samples.getLast().stored();
    }

    /// Until the first one was there.
    double firstSeconds() {
        return samples.stream()
                .filter(sample -> sample.stored() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no article was stored"))
                .seconds();
    }

    /// Articles a second over all of the time, the system's warming up included.
    double rate() {
        return stored() / samples.getLast().seconds();
    }

    /// Articles a second from the first tenth stored to the last tenth missing.
    double rateOfTheMiddle() {
        return rate(reached(stored() / 10), reached(stored() * 9 / 10));
    }

    /// Articles a second of the last third: by then most of what is hot is compiled.
    double rateOfTheLastThird() {
        return rate(reached(stored() * 2 / 3), samples.getLast());
    }

    private static double rate(Sample from, Sample to) {
        return (to.stored() - from.stored()) / (to.seconds() - from.seconds());
    }

    private Sample reached(long count) {
        return samples.stream()
                .filter(sample -> sample.stored() >= count)
                .findFirst()
                .orElse(samples.getLast());
    }
}
