package newspulse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How many requests and articles the inference service answers over HTTP, at 20 connections.
record InferenceBenchmark(Lab lab, Scale scale) {
    private static final double GOAL_SINGLE = 12_000;
    private static final double GOAL_ARTICLES = 25_000;

    /// A shape of request.
    ///
    /// @param batch articles of a request; 0 is a single one, not in an array
    /// @param goal articles a second
    private record Shape(String name, String path, int batch, Goal goal) {
        int articles() {
            return Math.max(1, batch);
        }
    }

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("single", "/inference/single", 0, new Goal.AtLeast(GOAL_SINGLE)),
                    new Shape("batch of 10", "/inference/batch", 10, new Goal.None()),
                    new Shape(
                            "batch of 100",
                            "/inference/batch",
                            100,
                            new Goal.AtLeast(GOAL_ARTICLES)));

    List<Row> measure() throws IOException, InterruptedException {
        if (!Wrk.isInstalled()) {
            return List.of(
                    new Row.Missing(
                            "inference over HTTP",
                            "wrk is not installed: apt-get install wrk, or brew install wrk"));
        }
        List<Row> rows = new ArrayList<>();
        Path data = lab.fresh("inference");
        try (var system = lab.startIdleSystem(data)) {
            system.awaitReady();
            for (Shape shape : SHAPES) {
                rows.addAll(measure(system, shape));
            }
        }
        return rows;
    }

    private List<Row> measure(RunningSystem system, Shape shape)
            throws IOException, InterruptedException {
        var wrk = new Wrk(lab, system.uri("http", shape.path()), shape.batch());
        wrk.run(scale.loadBefore());
        List<Wrk.Result> rounds = new ArrayList<>();
        double before = system.processorSeconds();
        for (int i = 0; i < scale.rounds(); i++) {
            rounds.add(wrk.run(scale.load()));
        }
        double took = system.processorSeconds() - before;
        long refused = rounds.stream().mapToLong(Wrk.Result::refused).sum();
        long broken = rounds.stream().mapToLong(Wrk.Result::broken).sum();
        String name = "inference, " + shape.name() + ", ";
        String note =
                refused + broken == 0
                        ? ""
                        : "%,d requests refused, %,d without an answer in time"
                                .formatted(refused, broken);
        List<Row> rows = new ArrayList<>();
        rows.add(
                new Row.Figure(
                        name + "articles",
                        over(rounds, round -> round.requestsPerSecond() * shape.articles()),
                        Unit.PER_SECOND,
                        shape.goal(),
                        note));
        if (shape.articles() > 1) {
            rows.add(figure(name + "requests", rounds, Wrk.Result::requestsPerSecond));
        }
        long answered = rounds.stream().mapToLong(Wrk.Result::requests).sum() * shape.articles();
        rows.add(
                Row.Figure.of(
                        name + "processor time an article",
                        Measured.once(took * 1e6 / answered),
                        Unit.MICROS));
        rows.add(millis(name + "p50", rounds, Wrk.Result::p50Millis));
        rows.add(millis(name + "p99", rounds, Wrk.Result::p99Millis));
        return rows;
    }

    private static Row figure(
            String what, List<Wrk.Result> rounds, ToDoubleFunction<Wrk.Result> figure) {
        return Row.Figure.of(what, over(rounds, figure), Unit.PER_SECOND);
    }

    private static Row millis(
            String what, List<Wrk.Result> rounds, ToDoubleFunction<Wrk.Result> figure) {
        return Row.Figure.of(what, over(rounds, figure), Unit.MILLIS);
    }

    private static Measured over(List<Wrk.Result> rounds, ToDoubleFunction<Wrk.Result> figure) {
        return Measured.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
