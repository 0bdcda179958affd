package newspulse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `./newspulse bench`: starts systems of its own, measures them and prints a table. Nothing it
/// started, and no file but the wanted report, outlives it, also after Ctrl-C.
final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        try {
            Options options = Options.parse(List.of(arguments));
            if (options.help()) {
                System.out.println(Options.USAGE);
                return 0;
            }
            Path home = Path.of(System.getProperty("newspulse.home", "."));
            Machine machine = Machine.observe(home, options, Instant.now());
            Report report = new Report(machine, measure(home, options));
            System.out.println(report.markdown());
            if (options.write().isPresent()) {
                write(report, options.write().get());
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("newspulse bench: " + e.getMessage());
            System.err.println(Options.USAGE);
            return 2;
        } catch (IOException e) {
            System.err.println("newspulse bench: " + e.getMessage());
            return 1;
        }
    }

    private static List<Row> measure(Path home, Options options)
            throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (var lab = Lab.open(home, options.settings())) {
            for (Benchmark benchmark : options.benchmarks()) {
                Progress.say(benchmark.title());
                rows.addAll(benchmark.measure(lab, options.scale()));
            }
        }
        return rows;
    }

    private static void write(Report report, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, report.markdown());
        Progress.say("Written to " + file);
    }
}
