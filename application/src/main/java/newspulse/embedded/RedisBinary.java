package newspulse.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/// The Redis server that comes with the program, unpacked once into the data directory. That it
/// lies there, and nowhere else, is how a process left behind is told from a stranger's.
final class RedisBinary {
    private static final String VERSION = "7.0.15";

    private RedisBinary() {}

    /// Unpacks the server for this machine, unless that was done before.
    ///
    /// @return the executable, by its real path
    /// @throws IOException also where there is none for this machine
    static Path unpack(Path directory, String os, String architecture) throws IOException {
        String name =
                resourceName(os, architecture)
                        .orElseThrow(() ->
                                new IOException(
                                        "there is no embedded Redis for "
                                                + os
                                                + " on "
                                                + architecture
                                                + ": run a Redis and set REDIS_HOST"));
        Files.createDirectories(directory);
        Path binary = directory.resolve(name);
        try (InputStream packed = RedisBinary.class.getResourceAsStream("/" + name)) {
            if (packed == null) {
                throw new IOException(name + " is not in the program: set REDIS_HOST");
            }
            byte[] content = packed.readAllBytes();
            if (!Files.isExecutable(binary) || Files.size(binary) != content.length) {
                Path draft = directory.resolve(name + ".new");
                Files.write(draft, content);
                if (!draft.toFile().setExecutable(true)) {
                    throw new IOException("cannot make " + draft + " executable");
                }
                Files.move(draft, binary, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return binary.toRealPath();
    }

    static Optional<String> resourceName(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT);
        Optional<String> processor =
                switch (architecture.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> Optional.of("amd64");
                    case "aarch64", "arm64" -> Optional.of("arm64");
                    default -> Optional.empty();
                };
        Optional<String> kernel =
                system.startsWith("linux")
                        ? Optional.of("linux")
                        : system.startsWith("mac") ? Optional.of("darwin") : Optional.empty();
        return kernel.flatMap(
                k -> processor.map(p -> "redis-server-" + VERSION + "-" + k + "-" + p));
    }
}
