package newspulse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How fast a file goes through all of a fresh system, and how much memory the system holds then.
record ReplayBenchmark(Lab lab, Scale scale) {
    private static final double GOAL_RATE = 8_000;
    private static final double GOAL_MEBIBYTES = 1_024;
    private static final long SEED = 2;
    private static final String SHARED_FILE = "data/stream/articles.ndjson";

    /// What one time through a file showed.
    ///
    /// @param processorSeconds that the system took for it, from its announcing itself
    private record Round(
            Arrivals arrivals, double processorSeconds, Resident resident, double deadLetters) {
        double microsPerArticle() {
            return processorSeconds * 1e6 / arrivals.stored();
        }
    }

    List<Row> measure() throws IOException, InterruptedException {
        Path generated = lab.fresh("generated.ndjson");
        new ArticleGenerator(SEED, Instant.now()).write(generated, scale.articles());
        List<Round> rounds = play(generated, scale.articles());
        List<Row> rows = new ArrayList<>(rates("generated articles", scale.articles(), rounds));
        rows.addAll(memory(rounds));
        Lab.remove(generated);
        Path shared = sharedFile();
        if (Files.isReadable(shared)) {
            long lines = lines(shared);
            rows.addAll(rates("real articles", lines, play(shared, lines)));
        } else {
            rows.add(
                    new Row.Missing(
                            "file to Redis, real articles",
                            "NEWSPULSE_SHARED names no directory with " + SHARED_FILE));
        }
        return rows;
    }

    private List<Round> play(Path file, long lines) throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= scale.rounds(); i++) {
            Path data = lab.fresh("replay");
            try (var system = lab.startSystem(data, file)) {
                system.awaitAnnounced();
                double before = system.processorSeconds();
                Arrivals arrivals = Arrivals.until(system, lines);
                double took = system.processorSeconds() - before;
                if (arrivals.stored() == 0) {
                    throw new IOException("no article was stored:\n" + system.endOfLog());
                }
                rounds.add(
                        new Round(
                                arrivals,
                                took,
                                system.resident(),
                                system.counter("stream_dead_letters_total")));
                Progress.say(
                        "  round %d: %,d stored, %,.0f/s"
                                .formatted(i, arrivals.stored(), arrivals.rate()));
            }
            Lab.remove(data);
        }
        return rounds;
    }

    private static List<Row> rates(String what, long lines, List<Round> rounds) {
        Round last = rounds.getLast();
        return List.of(
                Row.Figure.of(
                                "file to Redis, " + what,
                                over(rounds, round -> round.arrivals().rate()),
                                Unit.PER_SECOND)
                        .atLeast(GOAL_RATE)
                        .noting(
                                "%,d stored + %,.0f dead letters of %,d lines; first after %.1f s"
                                        .formatted(
                                                last.arrivals().stored(),
                                                last.deadLetters(),
                                                lines,
                                                last.arrivals().firstSeconds())),
                Row.Figure.of(
                                "  of that, from 10 % to 90 %",
                                over(rounds, round -> round.arrivals().rateOfTheMiddle()),
                                Unit.PER_SECOND)
                        .noting("without the start and the end"),
                Row.Figure.of(
                                "  of that, the last third",
                                over(rounds, round -> round.arrivals().rateOfTheLastThird()),
                                Unit.PER_SECOND)
                        .noting("when most of what is hot is compiled"),
                Row.Figure.of(
                                "  processor time an article",
                                over(rounds, Round::microsPerArticle),
                                Unit.MICROS)
                        .noting(
                                "process and Redis, compiling included; less depends on other load"));
    }

    private List<Row> memory(List<Round> rounds) {
        return List.of(
                Row.Figure.of(
                                "resident memory after that",
                                over(rounds, round -> round.resident().sum()),
                                Unit.MEBIBYTES)
                        .atMost(GOAL_MEBIBYTES)
                        .noting("process and Redis"),
                Row.Figure.of(
                        "  of that, the process",
                        over(rounds, round -> round.resident().jvm()),
                        Unit.MEBIBYTES),
                Row.Figure.of(
                                "  of that, Redis",
                                over(rounds, round -> round.resident().redis()),
                                Unit.MEBIBYTES)
                        .noting("holds %,d articles".formatted(scale.articles())));
    }

    private static Measured over(
            List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure) {
        return Measured.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private Path sharedFile() {
        String given = System.getenv("NEWSPULSE_SHARED");
        Path directory = given == null ? lab.home().resolveSibling("shared") : Path.of(given);
        return directory.resolve(SHARED_FILE).toAbsolutePath();
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
