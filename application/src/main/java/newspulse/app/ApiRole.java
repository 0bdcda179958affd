package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.api.ApiConfig;
import newspulse.api.ApiService;
import newspulse.api.ApiStats;
import newspulse.http.Health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The read model, and everybody who reads it.
final class ApiRole implements Service {
    private static final Duration SEE_CLIENTS_OFF = Duration.ofSeconds(1);

    private final ApiService api;

    ApiRole(Platform platform) {
        api =
                new ApiService(
                        ApiConfig.from(platform.settings()),
                        platform.kafka(),
                        platform.redis(),
                        platform.sharedRedis(),
                        platform.registry(),
                        platform.clock(),
                        _ -> platform.onFatal().run());
    }

    @Override
    public void addTo(ServerBuilder server) {
        api.addTo(server);
    }

    @Override
    public void start() {
        api.start();
    }

    @Override
    public void watch(Health health) {
        health.watch("api_running", Health.Need.REQUIRED, api::isRunning);
    }

    @Override
    public void drain() {
        api.drain(SEE_CLIENTS_OFF);
    }

    @Override
    public void close() {
        api.close();
    }

    /// What Redis keeps now; empty while it cannot be asked.
    CompletionStage<Optional<ApiStats>> stats() {
        return api.stats().thenApply(Optional::of).exceptionally(_ -> Optional.empty());
    }
}
