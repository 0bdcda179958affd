package newspulse.app;

import io.micrometer.core.instrument.Gauge;

import newspulse.api.ApiStats;
import newspulse.config.ConfigurationException;
import newspulse.engine.Engine;
import newspulse.engine.LocalEngine;
import newspulse.engine.LocalModels;
import newspulse.model.Article;
import newspulse.model.Fault;
import newspulse.model.Source;
import newspulse.provider.Refinement;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;

/// Builds the roles of a process; those that analyse share one engine.
final class Services {
    private final List<Service> services = new ArrayList<>();
    private final @Nullable Engine engine;
    private final @Nullable ApiRole api;
    private @Nullable LocalModels models;

    /// Builds them; none is started.
    ///
    /// @param connections counts the open HTTP connections
    /// @param closer closes what the roles share, after them
    Services(
            Platform platform, Set<Role> roles, Feed feed, IntSupplier connections, Closer closer) {
        boolean needsEngine = roles.contains(Role.STREAM) || roles.contains(Role.INFERENCE);
        engine = needsEngine ? load(platform) : null;
        Optional<Refinement> refinement = refinement(platform, roles, closer);
        for (Role role : atWork(roles, refinement.isPresent())) {
            services.add(
                    switch (role) {
                        case PRODUCER -> new ProducerRole(platform, feed);
                        case STREAM -> new StreamRole(platform, loaded());
                        case INFERENCE ->
                                new InferenceRole(platform, loaded(), connections, refinement);
                        case API -> new ApiRole(platform);
                        case REFINER -> new RefinerRole(platform, refinement.orElseThrow());
                    });
        }
        api =
                services.stream()
                        .filter(ApiRole.class::isInstance)
                        .map(ApiRole.class::cast)
                        .findAny()
                        .orElse(null);
    }

    /// The roles that run. Nobody who asked for everything has to have a provider; who asked for
    /// the refiner has.
    static Set<Role> atWork(Set<Role> roles, boolean canRefine) {
        if (canRefine || !roles.contains(Role.REFINER)) {
            return roles;
        }
        if (!roles.equals(EnumSet.allOf(Role.class))) {
            throw new ConfigurationException(
                    List.of(
                            new Fault(
                                    "--roles",
                                    "has the refiner, but no model outside the process is set up"
                                            + " for it to ask",
                                    Role.REFINER.label())));
        }
        return EnumSet.complementOf(EnumSet.of(Role.REFINER));
    }

    /// Better answers from outside, for the roles that ask for them; empty when no provider is set
    /// up. The refiner then has nothing to do, and all roles together do without it.
    private Optional<Refinement> refinement(Platform platform, Set<Role> roles, Closer closer) {
        if (!roles.contains(Role.INFERENCE) && !roles.contains(Role.REFINER)) {
            return Optional.empty();
        }
        return Providers.open(platform, () -> models(platform)).map(closer::add);
    }

    List<Service> all() {
        return services;
    }

    boolean hasEngine() {
        return engine != null;
    }

    /// Asks the engine about a small article: whether it answers, and in its own name.
    boolean engineAnswers() {
        if (engine == null) {
            return false;
        }
        var probe =
                new Article(
                        "health-probe",
                        new Source(null, "Newspulse"),
                        "A small article to see that the models answer",
                        null,
                        null,
                        null,
                        "https://example.com/",
                        null,
                        Instant.EPOCH,
                        null,
                        false);
        return engine.analyze(probe).modelVersion().equals(engine.modelVersion());
    }

    CompletionStage<Optional<ApiStats>> apiStats() {
        return api == null ? CompletableFuture.completedFuture(Optional.empty()) : api.stats();
    }

    private LocalModels models(Platform platform) {
        if (models == null) {
            models =
                    LocalModels.read(
                            platform.settings().optional(AllSettings.MODEL_DIR).map(Path::of));
        }
        return models;
    }

    private Engine load(Platform platform) {
        var engine =
                new LocalEngine(
                        models(platform),
                        platform.clock(),
                        System::nanoTime,
                        platform.settings().optional(AllSettings.MODEL_VERSION));
        Gauge.builder("model_load_status", () -> 1)
                .description("1 when the models are loaded")
                .register(platform.registry());
        return engine;
    }

    private Engine loaded() {
        if (engine == null) {
            throw new IllegalStateException("no role that needs an engine was asked for");
        }
        return engine;
    }
}
