package newspulse.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What the figures depend on besides the program.
record Machine(SequencedMap<String, String> facts) {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    /// Looks at the machine, before anything is measured.
    static Machine observe(Path home, Options options, Instant now)
            throws IOException, InterruptedException {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("revision", revision(home));
        facts.put("cores", Runtime.getRuntime().availableProcessors() + model());
        facts.put("memory", memory());
        facts.put(
                "load before",
                String.format(
                        Locale.ROOT,
                        "%.2f (figures are only worth something when this is near 0)",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put(
                "JDK",
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("settings", settings(options));
        return new Machine(facts);
    }

    private static String revision(Path home) throws IOException, InterruptedException {
        Optional<String> commit = git(home, "rev-parse", "--short=12", "HEAD");
        boolean changed = git(home, "status", "--porcelain").filter(s -> !s.isEmpty()).isPresent();
        return commit.map(c -> changed ? c + " with changes" : c).orElse("unknown");
    }

    private static Optional<String> git(Path home, String... arguments)
            throws IOException, InterruptedException {
        var command = new ProcessBuilder("git", "-C", home.toString());
        command.command().addAll(java.util.List.of(arguments));
        try {
            Process git = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException e) {
            Progress.say("the revision is not known: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String model() throws IOException {
        if (!Files.isReadable(CPU)) {
            return "";
        }
        try (var lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .orElse("");
        }
    }

    private static String memory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? Unit.MEBIBYTES.write(system.getTotalMemorySize() / 1048576.0)
                : "unknown";
    }

    private static String settings(Options options) {
        Map<String, String> given = new TreeMap<>(options.settings());
        String javaOptions = System.getenv(Lab.JAVA_OPTIONS);
        if (javaOptions != null) {
            given.putIfAbsent(Lab.JAVA_OPTIONS, javaOptions);
        }
        return given.isEmpty() ? "the defaults" : given.toString();
    }
}
