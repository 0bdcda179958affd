package newspulse.benchmarks;

import java.time.Duration;

/// How much is measured.
///
/// @param rounds of everything but the latency; their median is the figure
/// @param articles that a generated file holds
/// @param existing articles that a data directory holds when a start on existing data is measured
/// @param pushing how long articles are pushed and measured
/// @param pushingBefore how long they are pushed before that, unmeasured
/// @param load how long a round of HTTP load lasts
/// @param loadBefore how long there is load before the first round, unmeasured
/// @param interval how often each of many sources is asked
/// @param intervals how many intervals long
record Scale(
        int rounds,
        int articles,
        int existing,
        Duration pushing,
        Duration pushingBefore,
        Duration load,
        Duration loadBefore,
        Duration interval,
        int intervals) {
    static final Scale FULL =
            new Scale(
                    3,
                    100_000,
                    20_000,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    5);
    static final Scale QUICK =
            new Scale(
                    1,
                    30_000,
                    5_000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    3);

    Scale withArticles(int count) {
        return new Scale(
                rounds,
                count,
                existing,
                pushing,
                pushingBefore,
                load,
                loadBefore,
                interval,
                intervals);
    }

    Scale withRounds(int count) {
        return new Scale(
                count,
                articles,
                existing,
                pushing,
                pushingBefore,
                load,
                loadBefore,
                interval,
                intervals);
    }
}
