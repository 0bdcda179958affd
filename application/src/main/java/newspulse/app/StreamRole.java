package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.engine.Engine;
import newspulse.http.Health;
import newspulse.stream.StreamConfig;
import newspulse.stream.StreamService;

import java.util.Optional;

/// The stream processor.
final class StreamRole implements Service {
    private final StreamService stream;

    StreamRole(Platform platform, Engine engine) {
        Optional<String> embeddedInstance =
                platform.isSelfContained() ? Optional.of("embedded") : Optional.empty();
        stream =
                new StreamService(
                        StreamConfig.from(
                                platform.settings(),
                                platform.dataDirectory().resolve("streams"),
                                embeddedInstance),
                        platform.kafka(),
                        engine,
                        platform.version(),
                        platform.registry(),
                        platform.clock(),
                        platform.onFatal());
    }

    @Override
    public void addTo(ServerBuilder server) {
        // It meets the world through its topics only.
    }

    @Override
    public void start() {
        stream.start();
    }

    @Override
    public void watch(Health health) {
        health.watch("stream_running", Health.Need.REQUIRED, stream::isRunning);
    }

    @Override
    public void close() {
        stream.close();
    }
}
