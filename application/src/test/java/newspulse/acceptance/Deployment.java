package newspulse.acceptance;

import java.io.IOException;
import java.nio.file.Path;

/// A whole system at work, in whatever shape.
interface Deployment extends AutoCloseable {
    /// Where `POST /articles` is.
    String producer();

    /// Where `/news` and `/ws` are.
    String api();

    /// Where `/inference` is.
    String inference();

    String bootstrapServers();

    int redisPort();

    @Override
    void close() throws IOException;

    /// Starts it with a file to replay.
    @FunctionalInterface
    interface Shape {
        Deployment start(Path directory, Path replay, double rate) throws Exception;
    }
}
