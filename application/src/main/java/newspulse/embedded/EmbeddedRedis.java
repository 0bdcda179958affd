package newspulse.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A Redis of our own on loopback: a child process that never outlives this one, that is started
/// again when it ends by itself, and that finds its data again (append-only file, synced every
/// second).
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration RECLAIM_PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final RedisSupervisor supervisor;
    private final RedisPidFile pidFile;
    private final int port;

    private EmbeddedRedis(RedisSupervisor supervisor, RedisPidFile pidFile, int port) {
        this.supervisor = supervisor;
        this.pidFile = pidFile;
        this.port = port;
    }

    /// Starts a Redis on a directory that nobody else uses, after ending one that a killed process
    /// left behind there, and answers once it serves.
    ///
    /// @param wantedPort 0 takes a free one
    /// @param password what clients have to give; empty for none
    /// @param maxMemoryMib 0 is no limit
    /// @throws newspulse.config.ConfigurationException when the port is taken
    /// @throws IOException when it does not start, also where there is no Redis for this machine
    public static EmbeddedRedis start(
            Path directory, int wantedPort, String password, int maxMemoryMib) throws IOException {
        return start(directory, wantedPort, password, maxMemoryMib, ProcessGuard.best());
    }

    static EmbeddedRedis start(
            Path directory, int wantedPort, String password, int maxMemoryMib, ProcessGuard guard)
            throws IOException {
        Files.createDirectories(directory);
        Path home = directory.toRealPath();
        Path binary =
                RedisBinary.unpack(
                        home.resolve("bin"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
        RedisPidFile pidFile = new RedisPidFile(home.resolve("redis.pid"), home.resolve("bin"));
        pidFile.reclaim(RECLAIM_PATIENCE);
        for (int attempt = 1; ; attempt++) {
            int port = LoopbackPort.choose(wantedPort, EmbeddedConfig.EMBEDDED_REDIS_PORT);
            Path file = RedisFile.write(home, port, password, maxMemoryMib);
            RedisSupervisor supervisor =
                    new RedisSupervisor(
                            command(guard, binary, file),
                            home,
                            new RedisHandshake(port, password),
                            pidFile,
                            CLOSE_PATIENCE);
            try {
                supervisor.start();
                return new EmbeddedRedis(supervisor, pidFile, port);
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !LoopbackPort.isTaken(port)) {
                    throw e;
                }
                LOG.info("port {} was taken meanwhile: trying again", port);
            }
        }
    }

    public String host() {
        return LoopbackPort.HOST;
    }

    public int port() {
        return port;
    }

    /// The process that serves now; another one after a restart.
    public long pid() {
        return supervisor.pid();
    }

    /// Ends Redis once it has written its data. Closing again does nothing.
    @Override
    public void close() throws IOException {
        supervisor.close();
        pidFile.delete();
    }

    private static List<String> command(ProcessGuard guard, Path binary, Path file) {
        List<String> command = new ArrayList<>(guard.prefix());
        command.add(binary.toString());
        command.add(file.toString());
        return command;
    }
}
