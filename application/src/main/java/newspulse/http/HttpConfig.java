package newspulse.http;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// Where and how a process listens.
///
/// @param host the address to bind; loopback unless an operator says otherwise
/// @param metricsPort a further port with the same paths; empty for none
/// @param maxBodyBytes larger request bodies are refused with 413
/// @param shutdownTimeout how long requests in flight may go on after SIGTERM
public record HttpConfig(
        String host,
        int port,
        boolean metricsEnabled,
        OptionalInt metricsPort,
        int maxBodyBytes,
        Duration requestTimeout,
        Duration shutdownTimeout) {
    public static final Setting<String> HTTP_HOST =
            Setting.text(
                            "HTTP_HOST",
                            "127.0.0.1",
                            "Address to listen on; 0.0.0.0 to be reached from other machines")
                    .orOlder("INFERENCE_HOST");
    public static final Setting<Integer> HTTP_PORT =
            Setting.integer(
                    "HTTP_PORT",
                    8000,
                    0,
                    65_535,
                    "Port of role `all` and of several roles together (a role alone has its own);"
                            + " 0 takes a free one");
    static final Setting<Boolean> ENABLE_PROMETHEUS =
            Setting.flag("ENABLE_PROMETHEUS", true, "Whether `GET /metrics` is served");
    static final Setting<Integer> PROMETHEUS_PORT =
            Setting.port(
                    "PROMETHEUS_PORT",
                    null,
                    "A further port with the same paths, for scrapers; unset: none");
    static final Setting<Integer> HTTP_MAX_BODY_BYTES =
            Setting.integer(
                    "HTTP_MAX_BODY_BYTES",
                    10 << 20,
                    1_024,
                    1 << 30,
                    "Bytes; larger request bodies are refused with 413");
    static final Setting<Duration> HTTP_REQUEST_TIMEOUT =
            Setting.seconds(
                    "HTTP_REQUEST_TIMEOUT", "60", "A request that takes longer ends with 503");
    public static final Setting<Duration> SHUTDOWN_TIMEOUT =
            Setting.seconds(
                    "SHUTDOWN_TIMEOUT", "3", "How long requests in flight may go on after SIGTERM");

    public static List<Setting<?>> settings() {
        return List.of(
                HTTP_HOST,
                HTTP_PORT,
                ENABLE_PROMETHEUS,
                PROMETHEUS_PORT,
                HTTP_MAX_BODY_BYTES,
                HTTP_REQUEST_TIMEOUT,
                SHUTDOWN_TIMEOUT);
    }

    /// Reads everything but the port, which depends on the roles.
    public static HttpConfig from(Settings settings, int port) {
        return new HttpConfig(
                settings.get(HTTP_HOST),
                port,
                settings.get(ENABLE_PROMETHEUS),
                settings.optional(PROMETHEUS_PORT)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty),
                settings.get(HTTP_MAX_BODY_BYTES),
                settings.get(HTTP_REQUEST_TIMEOUT),
                settings.get(SHUTDOWN_TIMEOUT));
    }
}
