package newspulse.embedded;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// A whole Kafka, broker and KRaft controller, in this JVM, reachable on loopback only. What it
/// acknowledged is there again when it is started on the same directory, also after the process was
/// killed.
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /// Starts a broker on a directory that nobody else uses, and answers once it takes clients.
    ///
    /// @param wantedPort 0 takes a free one
    /// @throws newspulse.config.ConfigurationException when the port is taken
    /// @throws IOException when the directory cannot be written or the broker does not start
    public static EmbeddedBroker start(Path directory, int wantedPort) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = LoopbackPort.choose(wantedPort, EmbeddedConfig.EMBEDDED_KAFKA_PORT);
            int controllerPort = LoopbackPort.free();
            try {
                format(directory);
                return start(directory, port, controllerPort);
            } catch (RuntimeException e) {
                boolean outrun = LoopbackPort.isTaken(port) || LoopbackPort.isTaken(controllerPort);
                if (!outrun || attempt == ATTEMPTS) {
                    throw new IOException(
                            "the embedded broker did not start in " + directory + ": " + e, e);
                }
            }
        }
    }

    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /// Stops the broker once everything is on disk, and does not wait for ever: a broker that ends
    /// without closing loses nothing either, its next start only takes longer. Closing again does
    /// nothing.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Thread closing =
                Thread.ofPlatform()
                        .daemon()
                        .name("embedded-broker-close")
                        .start(() -> {
                            server.shutdown();
                            server.awaitShutdown();
                        });
        try {
            if (!closing.join(CLOSE_PATIENCE)) {
                LOG.warn(
                        "the embedded broker did not close within {} s: leaving it",
                        CLOSE_PATIENCE.toSeconds());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedBroker start(Path directory, int port, int controllerPort) {
        KafkaConfig config =
                new KafkaConfig(BrokerProperties.of(directory, port, controllerPort), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            stopAfter(server, e);
            throw e;
        }
        return new EmbeddedBroker(server, port);
    }

    private static void stopAfter(KafkaRaftServer server, Throwable cause) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static void format(Path directory) throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        try (PrintStream quiet =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setPrintStream(quiet)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format " + directory, e);
        }
    }
}
