package newspulse.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Where things are measured: a scratch directory and the processes started there. All of it is
/// gone once this is closed, which the end of the JVM does too.
final class Lab implements AutoCloseable {
    static final String JAVA_OPTIONS = "NEWSPULSE_JAVA_OPTS";

    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR", JAVA_OPTIONS);
    private static final int END_SECONDS = 8;

    private final Path home;
    private final Path scratch;
    private final Map<String, String> settings;
    private final List<Process> processes = new ArrayList<>();
    private boolean closed;

    private Lab(Path home, Path scratch, Map<String, String> settings) {
        this.home = home;
        this.scratch = scratch;
        this.settings = settings;
    }

    /// Makes the scratch directory.
    ///
    /// @param home the repository
    /// @param settings environment of the systems, beyond the defaults
    static Lab open(Path home, Map<String, String> settings) throws IOException {
        var lab =
                new Lab(
                        home.toRealPath(),
                        Files.createTempDirectory("newspulse-bench").toRealPath(),
                        settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("lab").unstarted(lab::close));
        return lab;
    }

    Path home() {
        return home;
    }

    /// A path of this name that nothing lies at.
    Path fresh(String name) throws IOException {
        Path path = scratch.resolve(name);
        remove(path);
        return path;
    }

    /// Starts a system of all roles.
    ///
    /// @param data its data directory
    /// @param replay the file it plays flat out; its sources are never asked
    RunningSystem startSystem(Path data, Path replay) throws IOException {
        return startSystem(data, Map.of(), List.of("--replay", replay.toString()));
    }

    /// Starts a system of all roles that asks its sources.
    ///
    /// @param more of its environment
    RunningSystem startFetchingSystem(Path data, Map<String, String> more) throws IOException {
        return startSystem(data, more, List.of());
    }

    private RunningSystem startSystem(Path data, Map<String, String> more, List<String> options)
            throws IOException {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATA_DIR", data.toString());
        environment.put("HTTP_PORT", Integer.toString(port));
        List<String> command = new ArrayList<>(List.of(home.resolve("newspulse").toString(), "up"));
        command.addAll(options);
        Path log = scratch.resolve("system.log");
        long start = System.nanoTime();
        Process process = start(command, environment, log);
        return new RunningSystem(this, process, data, port, log, start);
    }

    /// Starts a system that no articles come from.
    RunningSystem startIdleSystem(Path data) throws IOException {
        Path nothing = scratch.resolve("nothing.ndjson");
        Files.write(nothing, new byte[0]);
        return startSystem(data, nothing);
    }

    /// Starts a process that ends when this is closed.
    ///
    /// @param output where both of its outputs go
    synchronized Process start(List<String> command, Map<String, String> variables, Path output)
            throws IOException {
        if (closed) {
            throw new IOException("the measuring was ended");
        }
        var builder = new ProcessBuilder(command).directory(scratch.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(settings);
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        processes.add(process);
        return process;
    }

    /// Ends a process and those that it started.
    void end(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                Progress.say("process " + process.pid() + " does not end, so it is killed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        synchronized (this) {
            processes.remove(process);
        }
    }

    @Override
    public void close() {
        List<Process> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(processes);
        }
        left.forEach(this::end);
        try {
            remove(scratch);
        } catch (IOException e) {
            Progress.say(scratch + " could not be removed: " + e);
        }
    }

    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
