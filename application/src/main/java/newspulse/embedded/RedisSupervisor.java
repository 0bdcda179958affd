package newspulse.embedded;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Keeps one Redis process running until it is closed. All of its processes are children of one
/// thread that lives as long as they do: the kernel's parent-death signal goes by thread, not by
/// process.
final class RedisSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSupervisor.class);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long POLL_MS = 5;
    private static final long LOG_LIMIT = 1 << 20;

    private final List<String> command;
    private final Path home;
    private final RedisHandshake handshake;
    private final RedisPidFile pidFile;
    private final Duration patience;
    private final Thread thread;
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object lock = new Object();
    private @Nullable Process process;

    RedisSupervisor(
            List<String> command,
            Path home,
            RedisHandshake handshake,
            RedisPidFile pidFile,
            Duration patience) {
        this.command = List.copyOf(command);
        this.home = home;
        this.handshake = handshake;
        this.pidFile = pidFile;
        this.patience = patience;
        this.thread = Thread.ofPlatform().daemon().name("embedded-redis").unstarted(this::run);
    }

    /// Returns once Redis serves.
    void start() throws IOException {
        thread.start();
        try {
            started.get();
        } catch (ExecutionException e) {
            close();
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IOException(cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IOException("interrupted while the embedded Redis started", e);
        }
    }

    long pid() {
        synchronized (lock) {
            return process == null ? -1 : process.pid();
        }
    }

    @Override
    public void close() throws IOException {
        @Nullable Process last;
        synchronized (lock) {
            closing.countDown();
            last = process;
        }
        if (last != null) {
            Termination.of(last.toHandle(), patience);
        }
    }

    private void run() {
        try {
            Process first = spawn();
            awaitServing(first);
            started.complete(first.pid());
            restartUntilClosed(first);
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            started.completeExceptionally(e);
            Thread.currentThread().interrupt();
        }
    }

    private void restartUntilClosed(Process first) throws InterruptedException {
        Process current = first;
        Duration pause = FIRST_PAUSE;
        while (true) {
            int status = current.waitFor();
            if (closing.getCount() == 0) {
                return;
            }
            LOG.warn(
                    "the embedded Redis (process {}) ended by itself with status {}: starting it"
                            + " again",
                    current.pid(),
                    status);
            while (true) {
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                try {
                    current = spawn();
                    awaitServing(current);
                    LOG.info("the embedded Redis serves again as process {}", current.pid());
                    pause = FIRST_PAUSE;
                    break;
                } catch (IOException e) {
                    pause = pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                    LOG.warn("{}: trying again in {} ms", e.getMessage(), pause.toMillis());
                }
            }
        }
    }

    private Process spawn() throws IOException {
        Path log = log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.delete(log);
        }
        synchronized (lock) {
            if (closing.getCount() == 0) {
                throw new IOException("the embedded Redis is closed");
            }
            Process spawned =
                    new ProcessBuilder(command)
                            .directory(home.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            process = spawned;
            pidFile.write(spawned.pid());
            return spawned;
        }
    }

    private void awaitServing(Process spawned) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!handshake.isServing(spawned.pid())) {
            if (spawned.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "the embedded Redis ended with status "
                                + spawned.exitValue()
                                + ", see "
                                + log());
            }
            if (System.nanoTime() > deadline) {
                spawned.destroyForcibly();
                throw new IOException("the embedded Redis did not serve in time, see " + log());
            }
        }
    }

    private Path log() {
        return home.resolve("redis.log");
    }
}
