package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import io.micrometer.core.instrument.Gauge;

import newspulse.http.Health;
import newspulse.kafka.GroupLag;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;
import newspulse.refiner.RefinerConfig;
import newspulse.refiner.RefinerService;

import java.util.List;

/// Better answers from outside, for the articles that deserve them.
final class RefinerRole implements Service {
    private final RefinerService refiner;
    private final LagWatch lagWatch;

    RefinerRole(Platform platform, Refinement refinement) {
        RefinerConfig config = RefinerConfig.from(platform.settings());
        refiner =
                new RefinerService(
                        config,
                        platform.kafka(),
                        refinement,
                        Cascade.from(platform.settings()),
                        platform.version(),
                        platform.registry(),
                        platform.clock(),
                        _ -> platform.onFatal().run());
        var lag =
                new GroupLag(
                        platform.admin(), config.group(), List.of(platform.kafka().outputTopic()));
        Gauge.builder("refiner_lag", () -> Platform.known(lag))
                .description("Articles that the refiner has still to read or to finish")
                .register(platform.registry());
        lagWatch = LagWatch.start(lag);
    }

    @Override
    public void addTo(ServerBuilder server) {
        // It meets the world through its topic only.
    }

    @Override
    public void start() {
        refiner.start();
    }

    @Override
    public void watch(Health health) {
        health.watch("refiner_running", Health.Need.REQUIRED, refiner::isRunning);
    }

    @Override
    public void close() {
        lagWatch.close();
        refiner.close();
    }
}
