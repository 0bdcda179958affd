package newspulse.app;

import newspulse.config.Settings;
import newspulse.embedded.DataDirectory;
import newspulse.embedded.EmbeddedBroker;
import newspulse.embedded.EmbeddedConfig;
import newspulse.embedded.EmbeddedRedis;
import newspulse.kafka.KafkaConfig;
import newspulse.redis.RedisConfig;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;

/// The broker and the Redis of a process: those that the settings name or, in role `all` where they
/// name none, embedded ones.
final class Backends {
    private static final Logger log = LoggerFactory.getLogger(Backends.class);

    private final KafkaConfig kafka;
    private final RedisConfig redis;
    private final Path dataDirectory;
    private final @Nullable DataDirectory held;
    private final @Nullable EmbeddedBroker embeddedBroker;
    private final @Nullable EmbeddedRedis embeddedRedis;

    private Backends(
            KafkaConfig kafka,
            RedisConfig redis,
            Path dataDirectory,
            @Nullable DataDirectory held,
            @Nullable EmbeddedBroker embeddedBroker,
            @Nullable EmbeddedRedis embeddedRedis) {
        this.kafka = kafka;
        this.redis = redis;
        this.dataDirectory = dataDirectory;
        this.held = held;
        this.embeddedBroker = embeddedBroker;
        this.embeddedRedis = embeddedRedis;
    }

    /// Starts what has to be embedded; what has to be closed goes to the closer.
    ///
    /// @param mayEmbed whether this process may bring its own
    static Backends open(Settings settings, boolean mayEmbed, Closer closer) throws IOException {
        EmbeddedConfig config = EmbeddedConfig.from(settings);
        boolean embedsBroker = mayEmbed && !settings.isGiven(KafkaConfig.KAFKA_BOOTSTRAP_SERVERS);
        boolean embedsRedis =
                mayEmbed
                        && !settings.isGiven(RedisConfig.REDIS_HOST)
                        && !settings.isGiven(RedisConfig.REDIS_PORT);
        KafkaConfig kafka = KafkaConfig.from(settings);
        RedisConfig redis = RedisConfig.from(settings);
        if (!embedsBroker && !embedsRedis) {
            return new Backends(kafka, redis, config.dataDirectory(), null, null, null);
        }
        DataDirectory held = closer.add(DataDirectory.open(config.dataDirectory()));
        EmbeddedRedis embeddedRedis = null;
        if (embedsRedis) {
            embeddedRedis =
                    closer.add(
                            EmbeddedRedis.start(
                                    held.redis(),
                                    config.redisPort(),
                                    redis.password(),
                                    config.redisMaxMemoryMib()));
            redis = redis.at(embeddedRedis.host(), embeddedRedis.port());
        }
        EmbeddedBroker embeddedBroker = null;
        if (embedsBroker) {
            embeddedBroker = closer.add(EmbeddedBroker.start(held.kafka(), config.kafkaPort()));
            kafka = KafkaConfig.embedded(settings, embeddedBroker.bootstrapServers());
        }
        log.info(
                "Data in {}, Kafka at {}, Redis at {}",
                held.root().toAbsolutePath(),
                kafka.bootstrapServers(),
                redis.address());
        return new Backends(
                kafka, redis, config.dataDirectory(), held, embeddedBroker, embeddedRedis);
    }

    KafkaConfig kafka() {
        return kafka;
    }

    RedisConfig redis() {
        return redis;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    boolean isBrokerEmbedded() {
        return embeddedBroker != null;
    }

    /// Tells operators and scripts, in the data directory, who runs here.
    void announce(String address) throws IOException {
        if (held != null) {
            held.announce(
                    new DataDirectory.Running(
                            ProcessHandle.current().pid(),
                            address,
                            kafka.bootstrapServers(),
                            redis.port()));
        }
    }

    /// Ends the embedded Redis, whatever else hangs.
    void abandon() {
        try {
            if (embeddedRedis != null) {
                embeddedRedis.close();
            }
        } catch (IOException e) {
            log.warn("The embedded Redis did not end: {}", e.toString());
        }
    }
}
