package newspulse.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The load generator `wrk`, with the script that lies beside `benchmarks/run`.
///
/// @param batch articles of a request; 0 is a single one, not in an array
record Wrk(Lab lab, URI address, int batch) {
    private static final int CONNECTIONS = 20;
    private static final int THREADS = 2;
    private static final String RESULT = "RESULT ";

    /// What a round showed.
    ///
    /// @param refused answers that were not 2xx
    /// @param broken connections and requests without an answer
    record Result(
            double requestsPerSecond,
            double p50Millis,
            double p99Millis,
            long requests,
            long refused,
            long broken) {

        /// Reads the line of `name=value` words that the script prints.
        static Result parse(String line) {
            Map<String, String> values = new HashMap<>();
            for (String word : List.of(line.strip().split(" "))) {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    values.put(word.substring(0, equals), word.substring(equals + 1));
                }
            }
            return new Result(
                    Double.parseDouble(values.getOrDefault("requests_per_s", "NaN")),
                    Double.parseDouble(values.getOrDefault("p50_ms", "NaN")),
                    Double.parseDouble(values.getOrDefault("p99_ms", "NaN")),
                    Long.parseLong(values.getOrDefault("requests", "0")),
                    Long.parseLong(values.getOrDefault("refused", "0")),
                    Long.parseLong(values.getOrDefault("broken", "0")));
        }
    }

    static boolean isInstalled() {
        String path = System.getenv("PATH");
        return path != null
                && List.of(path.split(File.pathSeparator)).stream()
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "wrk")));
    }

    /// Puts load on the address.
    Result run(Duration duration) throws IOException, InterruptedException {
        Path output = lab.fresh("wrk.out");
        List<String> command =
                List.of(
                        "wrk",
                        "-t" + THREADS,
                        "-c" + CONNECTIONS,
                        "-d" + duration.toSeconds() + "s",
                        "--latency",
                        "-s",
                        lab.home().resolve("benchmarks/inference.lua").toString(),
                        address.toString());
        Process wrk =
                lab.start(
                        command,
                        batch == 0 ? Map.of() : Map.of("BATCH", Integer.toString(batch)),
                        output);
        int status = wrk.waitFor();
        lab.end(wrk);
        return Files.readAllLines(output).stream()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .map(Result::parse)
                .orElseThrow(() ->
                        new IOException("wrk ended with " + status + ", see: " + tell(output)));
    }

    private static String tell(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
