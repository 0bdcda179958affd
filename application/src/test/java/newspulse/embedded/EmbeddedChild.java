package newspulse.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that runs a broker and a Redis, as role `all` does: it closes them from a
/// shutdown hook, after telling on standard output whether Redis was still there by then.
final class EmbeddedChild {
    private EmbeddedChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        ProcessGuard guard = arguments[1].equals("full") ? ProcessGuard.best() : ProcessGuard.NONE;
        DataDirectory data = DataDirectory.open(directory);
        EmbeddedBroker broker = EmbeddedBroker.start(data.kafka(), 0);
        EmbeddedRedis redis = EmbeddedRedis.start(data.redis(), 0, "", 0, guard);
        long served = redis.pid();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            awaitGrace(served);
                            RedisHandshake ask = new RedisHandshake(redis.port(), "");
                            System.out.println("drain redis=" + ask.isServing(served));
                            close(redis);
                            broker.close();
                            close(data);
                            System.out.println("closed");
                        }));
        System.out.printf("ready %s %d %d%n", broker.bootstrapServers(), redis.port(), redis.pid());
        Thread.currentThread().join();
    }

    /// Leaves a Redis that was told to end the time to do so: half a second, or until it is gone.
    private static void awaitGrace(long pid) {
        long deadline = System.nanoTime() + 500_000_000L;
        while (System.nanoTime() < deadline
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
            Thread.onSpinWait();
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Starts one, in a process group of its own so that a signal to the group meets nobody else.
    static Running run(Path directory, String guard) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", classPath()),
                        EmbeddedChild.class.getName(),
                        directory.toString(),
                        guard));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return Running.of(process);
    }

    private static String classPath() {
        return System.getProperty("java.class.path") + File.pathSeparator;
    }

    /// A child that is ready.
    record Running(
            Process process,
            java.io.BufferedReader output,
            String bootstrap,
            int redisPort,
            long redisPid) {

        private static Running of(Process process) throws IOException {
            var output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("ready")) {
                    return new Running(
                            process,
                            output,
                            words[1],
                            Integer.parseInt(words[2]),
                            Long.parseLong(words[3]));
                }
            }
            throw new IOException("the child ended before it was ready");
        }

        void signalGroup(String signal) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + signal, "--", "-" + process.pid()).start().waitFor();
        }
    }
}
