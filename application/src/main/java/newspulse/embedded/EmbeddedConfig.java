package newspulse.embedded;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.nio.file.Path;
import java.util.List;

/// Where the embedded broker and Redis keep their data, and on which ports they listen.
///
/// @param dataDirectory everything that outlives the process stands below it
/// @param kafkaPort on loopback; 0 takes a free one
/// @param redisPort on loopback; 0 takes a free one
/// @param redisMaxMemoryMib 0 is no limit
public record EmbeddedConfig(
        Path dataDirectory, int kafkaPort, int redisPort, int redisMaxMemoryMib) {

    public static final Setting<Path> DATA_DIR =
            Setting.path(
                    "DATA_DIR",
                    "data",
                    "What the embedded broker and Redis, the state stores and the index keep");
    public static final Setting<Integer> EMBEDDED_KAFKA_PORT =
            Setting.integer(
                    "EMBEDDED_KAFKA_PORT",
                    0,
                    0,
                    65_535,
                    "Port of the embedded broker, on loopback; 0 takes a free one");
    public static final Setting<Integer> EMBEDDED_REDIS_PORT =
            Setting.integer(
                    "EMBEDDED_REDIS_PORT",
                    0,
                    0,
                    65_535,
                    "Port of the embedded Redis, on loopback; 0 takes a free one");
    public static final Setting<Integer> EMBEDDED_REDIS_MAX_MEMORY =
            Setting.integer(
                    "EMBEDDED_REDIS_MAX_MEMORY",
                    0,
                    0,
                    1_048_576,
                    "Memory in MiB beyond which the embedded Redis refuses writes; 0 is no limit");

    public static List<Setting<?>> settings() {
        return List.of(
                DATA_DIR, EMBEDDED_KAFKA_PORT, EMBEDDED_REDIS_PORT, EMBEDDED_REDIS_MAX_MEMORY);
    }

    public static EmbeddedConfig from(Settings settings) {
        return new EmbeddedConfig(
                settings.get(DATA_DIR),
                settings.get(EMBEDDED_KAFKA_PORT),
                settings.get(EMBEDDED_REDIS_PORT),
                settings.get(EMBEDDED_REDIS_MAX_MEMORY));
    }
}
