package newspulse.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A source list that names one feed and asks nobody.
final class NoSources {
    private NoSources() {}

    static Path in(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("no-sources.yaml"),
                """
                sources:
                  - name: Nobody
                    url: http://127.0.0.1:9/feed
                    category: world
                    language: en
                    enabled: false
                """);
    }
}
