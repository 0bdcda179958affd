package newspulse.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Remembers which process serves a data directory, so that the next start can end one that was
/// left behind. A process is only ever ended when its executable lies in this data directory: a
/// process id that has since been given to somebody else is let alone.
record RedisPidFile(Path file, Path binaries) {
    private static final Logger LOG = LoggerFactory.getLogger(RedisPidFile.class);

    void write(long pid) throws IOException {
        Files.writeString(file, pid + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Ends the process that was left behind, if there is one, and waits until it is gone.
    void reclaim(Duration patience) throws IOException {
        Optional<ProcessHandle> left = leftBehind();
        if (left.isPresent()) {
            LOG.info("ending the embedded Redis left behind as process {}", left.get().pid());
            Termination.of(left.get(), patience);
        }
        delete();
    }

    private Optional<ProcessHandle> leftBehind() throws IOException {
        Path real = binaries.toRealPath();
        return pid().flatMap(ProcessHandle::of).filter(handle -> runsFrom(real, handle));
    }

    private Optional<Long> pid() throws IOException {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean runsFrom(Path directory, ProcessHandle handle) {
        return handle.info()
                .command()
                .map(command -> directory.equals(Path.of(command).getParent()))
                .orElse(false);
    }
}
