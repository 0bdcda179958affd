package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.engine.Engine;
import newspulse.http.Health;
import newspulse.inference.InferenceConfig;
import newspulse.inference.InferenceService;
import newspulse.inference.Summary;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/// The engine behind HTTP.
final class InferenceRole implements Service {
    private final InferenceService inference;

    InferenceRole(
            Platform platform,
            Engine engine,
            IntSupplier connections,
            Optional<Refinement> refinement) {
        var outside =
                new Summary.Outside() {
                    @Override
                    public int connections() {
                        return connections.getAsInt();
                    }

                    @Override
                    public OptionalLong kafkaLag() {
                        return platform.streamLag().lag();
                    }
                };
        inference =
                new InferenceService(
                        InferenceConfig.from(platform.settings()),
                        engine,
                        platform.version(),
                        refinement,
                        Cascade.from(platform.settings()),
                        platform.sharedRedis(),
                        outside,
                        platform.registry(),
                        platform.clock());
    }

    @Override
    public void addTo(ServerBuilder server) {
        inference.addTo(server);
    }

    @Override
    public void start() {
        // It serves as soon as HTTP does.
    }

    @Override
    public void watch(Health health) {
        // The engine is watched for every role that has one.
    }

    @Override
    public void close() {
        inference.close();
    }
}
