package newspulse.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The command line of the benchmarks.
///
/// @param settings environment of the systems measured, beyond the defaults
/// @param write where the report goes besides the terminal
record Options(
        List<Benchmark> benchmarks,
        Scale scale,
        Map<String, String> settings,
        Optional<Path> write,
        boolean help) {
    static final String USAGE =
            """
            Usage: ./newspulse bench [--quick] [--only NAME,...] [--articles N] [--rounds N]
                                     [--set NAME=VALUE]... [--write [FILE]]
              --quick       One short round of everything (some 4 minutes; all of it takes some 15).
              --only        Of start, replay, latency, inference, sources: only these.
              --articles N  Articles of the generated file (default 100000; 30000 with --quick).
              --rounds N    How often each figure is taken (default 3; 1 with --quick).
              --set         A setting of the systems measured, which else run with the defaults.
              --write       Write the report to FILE too (default benchmarks/results/latest.md).\
            """;
    private static final String DEFAULT_FILE = "benchmarks/results/latest.md";
    private static final int MAX_ARTICLES = 10_000_000;
    private static final int MAX_ROUNDS = 100;

    Options {
        benchmarks = List.copyOf(benchmarks);
        settings = Map.copyOf(settings);
    }

    /// Reads the command line.
    ///
    /// @throws IllegalArgumentException that says what is wrong with it
    static Options parse(List<String> arguments) {
        Deque<String> left = new ArrayDeque<>(arguments);
        List<Benchmark> benchmarks = List.of(Benchmark.values());
        Map<String, String> settings = new LinkedHashMap<>();
        Optional<Path> write = Optional.empty();
        Optional<Integer> articles = Optional.empty();
        Optional<Integer> rounds = Optional.empty();
        boolean quick = false;
        boolean help = false;
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--quick" -> quick = true;
                case "--help", "-h" -> help = true;
                case "--only" -> benchmarks = named(value(option, left));
                case "--articles" -> articles = Optional.of(number(option, left, MAX_ARTICLES));
                case "--rounds" -> rounds = Optional.of(number(option, left, MAX_ROUNDS));
                case "--set" -> put(settings, value(option, left));
                case "--write" -> {
                    boolean named = !left.isEmpty() && !left.peek().startsWith("--");
                    write = Optional.of(Path.of(named ? left.pop() : DEFAULT_FILE));
                }
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        return new Options(
                benchmarks,
                scale.withArticles(articles.orElse(scale.articles()))
                        .withRounds(rounds.orElse(scale.rounds())),
                settings,
                write,
                help);
    }

    private static List<Benchmark> named(String names) {
        List<Benchmark> found = new ArrayList<>();
        for (String name : List.of(names.split(",", -1))) {
            found.add(
                    List.of(Benchmark.values()).stream()
                            .filter(b -> b.name().toLowerCase(Locale.ROOT).equals(name.strip()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no benchmark is called " + name)));
        }
        return found;
    }

    private static void put(Map<String, String> settings, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set needs NAME=VALUE, not " + assignment);
        }
        settings.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    private static int number(String option, Deque<String> left, int most) {
        String value = value(option, left);
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException(
                option + " needs a whole number of 1 to " + most + ", not " + value);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.pop();
    }
}
