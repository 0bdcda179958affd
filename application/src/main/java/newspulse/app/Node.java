package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.http.Health;
import newspulse.http.HttpConfig;
import newspulse.http.HttpFace;
import newspulse.kafka.Topics;
import newspulse.model.Fault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// One running process: its roles over what they share, from the first lock to the last close.
final class Node implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Node.class);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration TOPICS_PATIENCE = Duration.ofDays(365);

    private final Closer closer = new Closer();
    private final Backends backends;
    private final Health health;
    private final HttpFace http;
    private final List<Service> services;

    /// Starts everything, and answers once it serves.
    ///
    /// @param feed where the articles come from
    /// @param onFatal called from any thread when a part has stopped for good
    Node(Settings settings, Set<Role> roles, Feed feed, Runnable onFatal)
            throws IOException, InterruptedException {
        boolean done = false;
        try {
            HttpConfig httpConfig = HttpConfig.from(settings, port(settings, roles));
            requireFree(httpConfig);
            boolean isAll = roles.equals(EnumSet.allOf(Role.class));
            backends = Backends.open(settings, isAll, closer);
            Platform platform = Platform.create(settings, backends, onFatal, closer);
            var built = new Services(platform, roles, feed, this::connections, closer);
            services = built.all();
            health = closer.add(new Health(platform.version(), platform.clock()));
            watchBackends(health, roles, platform, built);
            services.forEach(service -> service.watch(health));
            closer.add(() -> closeAll(services));
            http =
                    closer.add(
                            new HttpFace(
                                    httpConfig,
                                    health,
                                    platform.registry(),
                                    services.stream()
                                            .<Consumer<ServerBuilder>>map(s -> s::addTo)
                                            .toList(),
                                    new RootDocument(roles, platform, health, built),
                                    roles.contains(Role.API)));
            http.start();
            if (usesTopics(roles)) {
                new Topics(platform.admin(), platform.kafka()).ensure(TOPICS_PATIENCE);
            }
            services.forEach(Service::start);
            health.started();
            backends.announce(address());
            done = true;
        } finally {
            if (!done) {
                closer.closeQuietly(log);
            }
        }
    }

    /// The address to open.
    String address() {
        return "http://localhost:" + http.port();
    }

    /// Waits until everything that it cannot serve without is there.
    boolean awaitReady(Duration patience) throws InterruptedException {
        return health.awaitReady(patience);
    }

    /// Refuses new work, lets what is under way end, and stops what was started, the last first.
    @Override
    public void close() throws IOException {
        health.draining();
        services.forEach(Service::drain);
        closer.close();
    }

    /// Ends the embedded Redis whatever else hangs: it must not outlive the process.
    void abandon() {
        backends.abandon();
    }

    /// Side by side, for each waits for something else: a transaction, a batch, a download.
    private static void closeAll(List<Service> services) throws InterruptedException {
        List<Thread> closing =
                services.stream().map(one -> Thread.ofVirtual().start(one::close)).toList();
        for (Thread thread : closing) {
            thread.join();
        }
    }

    private int connections() {
        return http.connections();
    }

    private static void watchBackends(
            Health health, Set<Role> roles, Platform platform, Services built) {
        boolean publishes =
                !Collections.disjoint(roles, EnumSet.of(Role.PRODUCER, Role.STREAM, Role.REFINER));
        health.watch(
                "kafka_connected",
                publishes ? Health.Need.REQUIRED : Health.Need.HELPFUL,
                () -> platform.kafkaProbe().answersWithin(PROBE_PATIENCE));
        health.watch(
                "redis_connected",
                roles.contains(Role.API) ? Health.Need.REQUIRED : Health.Need.HELPFUL,
                platform.redis()::ping);
        health.watch(
                "model_loaded",
                built.hasEngine() ? Health.Need.REQUIRED : Health.Need.NONE,
                built::engineAnswers);
    }

    /// The engine alone needs none, and serves where there is no Kafka at all.
    private static boolean usesTopics(Set<Role> roles) {
        return !roles.equals(EnumSet.of(Role.INFERENCE));
    }

    /// A role alone has a port of its own, unless one was given for whatever runs.
    private static int port(Settings settings, Set<Role> roles) {
        if (roles.size() == 1) {
            Role role = roles.iterator().next();
            if (settings.isGiven(role.port()) || !settings.isGiven(HttpConfig.HTTP_PORT)) {
                return settings.get(role.port());
            }
        }
        return settings.get(HttpConfig.HTTP_PORT);
    }

    /// Asks for the port before anything else is started, so that a taken one costs one line.
    private static void requireFree(HttpConfig config) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(config.host(), config.port()));
        } catch (IOException e) {
            throw new ConfigurationException(
                    List.of(
                            new Fault(
                                    "HTTP_PORT",
                                    "cannot be listened on, for "
                                            + config.host()
                                            + ":"
                                            + config.port()
                                            + " is taken or not ours ("
                                            + e.getMessage()
                                            + "); set HTTP_PORT to another port")));
        }
    }
}
