package newspulse.redis;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.util.List;

/// Which Redis to talk to.
///
/// @param password empty for none
public record RedisConfig(String host, int port, int database, String password) {
    public static final Setting<String> REDIS_HOST =
            Setting.text(
                    "REDIS_HOST",
                    "localhost",
                    "Host of the Redis that keeps the read model; role all runs its own unless this"
                            + " is set");
    public static final Setting<Integer> REDIS_PORT =
            Setting.port("REDIS_PORT", 6379, "Port of Redis");
    public static final Setting<Integer> REDIS_DB =
            Setting.integer("REDIS_DB", 0, 0, 1_000_000, "Number of the Redis database");
    public static final Setting<String> REDIS_PASSWORD =
            Setting.secret("REDIS_PASSWORD", "Password of Redis; none when unset");

    public static List<Setting<?>> settings() {
        return List.of(REDIS_HOST, REDIS_PORT, REDIS_DB, REDIS_PASSWORD);
    }

    public static RedisConfig from(Settings settings) {
        return new RedisConfig(
                settings.get(REDIS_HOST),
                settings.get(REDIS_PORT),
                settings.get(REDIS_DB),
                settings.optional(REDIS_PASSWORD).orElse(""));
    }

    /// The same database and password at another address.
    public RedisConfig at(String otherHost, int otherPort) {
        return new RedisConfig(otherHost, otherPort, database, password);
    }

    /// Where it is, for people.
    public String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "RedisConfig[" + address() + "/" + database + "]";
    }
}
