package newspulse.embedded;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The directory where one running system keeps its data. While this object is open no other
/// process can open the same directory; the operating system releases it when the process dies,
/// however it dies.
public final class DataDirectory implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /// Creates the directory where it is missing, and takes it.
    ///
    /// @throws ConfigurationException when it cannot be used, or another process holds it
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        @Nullable FileChannel channel = null;
        try {
            Files.createDirectories(root);
            channel =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                Files.deleteIfExists(root.resolve(Running.FILE));
                return new DataDirectory(root, channel, lock);
            }
            channel.close();
        } catch (IOException e) {
            closeAfter(channel, e);
            throw refused("cannot be used: " + e, root);
        }
        throw refused(
                "is in use by another newspulse" + holder(root) + ": stop it, or choose another",
                root);
    }

    public Path root() {
        return root;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path redis() {
        return root.resolve("redis");
    }

    /// Where Kafka Streams keeps its state stores.
    public Path streams() {
        return root.resolve("streams");
    }

    /// Tells operators and scripts who runs here; the file is gone once the system has stopped.
    public void announce(Running running) throws IOException {
        Path draft = root.resolve(Running.FILE + ".new");
        Files.write(draft, JSON.writeValueAsBytes(running));
        Files.move(
                draft,
                root.resolve(Running.FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Who was announced in a directory, as far as that can be read.
    public static Optional<Running> announced(Path root) {
        try {
            byte[] told = Files.readAllBytes(root.resolve(Running.FILE));
            return Optional.of(JSON.readValue(told, Running.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    /// Gives the directory free. Closing again does nothing.
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(root.resolve(Running.FILE));
            lock.release();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static String holder(Path root) {
        return announced(root)
                .map(running ->
                        " (process "
                                + running.pid()
                                + (running.http() == null ? "" : ", " + running.http())
                                + ")")
                .orElse("");
    }

    private static ConfigurationException refused(String message, Path root) {
        return new ConfigurationException(
                List.of(new Fault(EmbeddedConfig.DATA_DIR.name(), message, root.toString())));
    }

    private static void closeAfter(@Nullable FileChannel channel, IOException cause) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /// Who runs in a data directory.
    ///
    /// @param http the address to open in a browser
    /// @param kafka bootstrap servers
    public record Running(
            long pid, @Nullable String http, @Nullable String kafka, @Nullable Integer redisPort) {
        static final String FILE = "running.json";
    }
}
