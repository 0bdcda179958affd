package newspulse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Data that tests read and the project does not hold: below `NEWSPULSE_SHARED`, or a folder
/// `shared` beside the repository. Where it is not, the test that needs it is skipped and says so.
public final class SharedData {
    private SharedData() {}

    public static Path require(String path) {
        Path found = find(path);
        assumeTrue(found != null, "skipped: there is no shared data here, " + path);
        return Objects.requireNonNull(found).toAbsolutePath().normalize();
    }

    private static @Nullable Path find(String path) {
        String told = System.getProperty("NEWSPULSE_SHARED", System.getenv("NEWSPULSE_SHARED"));
        List<String> beside = List.of("../shared", "../../shared");
        return Stream.concat(Stream.ofNullable(told), beside.stream())
                .map(place -> Path.of(place).resolve("data").resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }
}
