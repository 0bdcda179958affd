package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The jar in a process of its own, as users run it.
final class NewspulseProcess implements AutoCloseable {
    static final Path JAR = Path.of(System.getProperty("newspulse.jar", "target/newspulse.jar"));
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_END = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;

    private NewspulseProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts it in a directory of its own.
    ///
    /// @param environment nothing else is inherited but what every process needs
    static NewspulseProcess start(
            Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        assertThat(JAR).as("the jar, which the package phase builds").exists();
        Files.createDirectories(directory);
        Path log = Files.createTempFile(directory, "log-", ".txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Xmx512m",
                                "-jar",
                                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR"));
        builder.environment().putAll(environment);
        return new NewspulseProcess(builder.start(), log);
    }

    /// Waits for the line that tells the address.
    NewspulseProcess untilReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (!log().contains("Newspulse is ready")) {
            assertThat(process.isAlive()).as("still starting:%n%s", log()).isTrue();
            assertThat(System.nanoTime()).as("ready in time:%n%s", log()).isLessThan(deadline);
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    long pid() {
        return process.pid();
    }

    /// Waits for the end, and answers the exit code.
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(TO_START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /// As `kill -9` does it.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /// As SIGTERM does it.
    @Override
    public void close() throws IOException {
        process.destroy();
        if (!hasEnded()) {
            process.destroyForcibly();
            throw new AssertionError("did not end on SIGTERM:\n" + log());
        }
    }

    private boolean hasEnded() throws IOException {
        try {
            return process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while the process ended");
        }
    }
}
