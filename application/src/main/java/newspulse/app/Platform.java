package newspulse.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import newspulse.config.Settings;
import newspulse.kafka.GroupLag;
import newspulse.kafka.KafkaClients;
import newspulse.kafka.KafkaConfig;
import newspulse.kafka.KafkaProbe;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import org.apache.kafka.clients.admin.Admin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/// What the roles of one process share.
///
/// @param dataDirectory where this process keeps what it can lose
/// @param isSelfContained whether broker and Redis are embedded
/// @param onFatal ends the process, for a part of it has stopped for good
record Platform(
        Settings settings,
        String version,
        InstantSource clock,
        PrometheusMeterRegistry registry,
        KafkaConfig kafka,
        Admin admin,
        KafkaProbe kafkaProbe,
        GroupLag streamLag,
        RedisConnections redis,
        SharedConnection sharedRedis,
        Path dataDirectory,
        boolean isSelfContained,
        Runnable onFatal) {

    /// Connects to nothing yet; what has to be closed goes to the closer.
    static Platform create(Settings settings, Backends backends, Runnable onFatal, Closer closer) {
        KafkaConfig kafka = backends.kafka();
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        closer.add(registry::close);
        new JvmMemoryMetrics().bindTo(registry);
        closer.add(bound(registry));
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Admin admin = closer.add(KafkaClients.admin(kafka, "newspulse-admin"));
        RedisConnections redis = closer.add(new RedisConnections(backends.redis()));
        var lag = new GroupLag(admin, kafka.streamGroup(), List.of(kafka.inputTopic()));
        Gauge.builder("kafka_consumer_lag", () -> known(lag))
                .description("Articles that the stream has still to read")
                .register(registry);
        closer.add(LagWatch.start(lag));
        return new Platform(
                settings,
                Version.current(),
                InstantSource.system(),
                registry,
                kafka,
                admin,
                new KafkaProbe(admin, kafka.bootstrapServers()),
                lag,
                redis,
                new SharedConnection(redis),
                backends.dataDirectory(),
                backends.isBrokerEmbedded(),
                onFatal);
    }

    private static JvmGcMetrics bound(PrometheusMeterRegistry registry) {
        var collections = new JvmGcMetrics();
        collections.bindTo(registry);
        return collections;
    }

    /// As a gauge tells it: no number while the brokers cannot tell.
    static double known(GroupLag lag) {
        OptionalLong now = lag.lag();
        return now.isPresent() ? now.getAsLong() : Double.NaN;
    }
}
