package newspulse.acceptance;

import newspulse.embedded.DataDirectory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// Role `all`: one process, with broker and Redis of its own.
final class AllInOne implements Deployment {
    private final NewspulseProcess process;
    private final String address;
    private final DataDirectory.Running running;

    private AllInOne(NewspulseProcess process, String address, Path data) {
        this.process = process;
        this.address = address;
        this.running = DataDirectory.announced(data).orElseThrow();
    }

    static AllInOne start(Path directory, Path replay, double rate)
            throws IOException, InterruptedException {
        return start(
                directory, "up", "--replay", replay.toString(), "--rate", Double.toString(rate));
    }

    /// Starts it on the data in the directory, if there are any.
    static AllInOne start(Path directory, String... arguments)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Path data = directory.resolve("data");
        var environment = Map.of("HTTP_PORT", Integer.toString(port), "DATA_DIR", data.toString());
        NewspulseProcess process =
                NewspulseProcess.start(directory, environment, arguments).untilReady();
        return new AllInOne(process, "http://127.0.0.1:" + port, data);
    }

    NewspulseProcess process() {
        return process;
    }

    @Override
    public String producer() {
        return address;
    }

    @Override
    public String api() {
        return address;
    }

    @Override
    public String inference() {
        return address;
    }

    @Override
    public String bootstrapServers() {
        return Objects.requireNonNull(running.kafka());
    }

    @Override
    public int redisPort() {
        return Objects.requireNonNull(running.redisPort());
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
