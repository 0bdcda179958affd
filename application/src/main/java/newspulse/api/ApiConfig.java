package newspulse.api;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operator decides about the api role.
///
/// @param maxConnections live clients at most; further ones are asked to come back
/// @param queueSize messages that wait for one live client at most; the oldest go first
/// @param queueBytes the same limit in bytes
/// @param stallTimeout how long a client with a full queue may take nothing
/// @param pingInterval how often a client is asked for a sign of life; three without one end it
/// @param allowedOrigins origins of pages, other than our own, that may connect; `*` is all
/// @param retention how long Redis keeps an article
/// @param sweepInterval how often ids of expired articles are removed when nothing is written
public record ApiConfig(
        int maxConnections,
        int queueSize,
        int queueBytes,
        Duration stallTimeout,
        Duration pingInterval,
        Set<String> allowedOrigins,
        Duration retention,
        Duration sweepInterval) {

    static final Setting<Integer> MAX_CONNECTIONS =
            Setting.integer(
                    "WS_CONNECTIONS_MAX",
                    100,
                    1,
                    100_000,
                    "Live clients (WebSocket) served at the same time; further ones get 503.");

    static final Setting<Integer> QUEUE_SIZE =
            Setting.integer(
                    "WS_QUEUE_SIZE",
                    10_000,
                    10,
                    1_000_000,
                    "Messages that wait for one slow live client; beyond that the oldest are"
                            + " dropped. Articles come in bursts, one for each transaction of the"
                            + " stream: a tenth of a second's worth has to fit.");

    static final Setting<Integer> QUEUE_BYTES =
            Setting.integer(
                    "WS_QUEUE_BYTES",
                    16 * 1024 * 1024,
                    64 * 1024,
                    1024 * 1024 * 1024,
                    "Bytes that wait for one slow live client; beyond that the oldest messages are"
                            + " dropped. Waiting messages are shared between clients.");

    static final Setting<Duration> STALL_TIMEOUT =
            Setting.seconds(
                    "WS_STALL_TIMEOUT",
                    "60",
                    "How long a live client with a full queue may take nothing before it is"
                            + " disconnected.");

    static final Setting<Duration> PING_INTERVAL =
            Setting.seconds(
                    "WS_PING_INTERVAL",
                    "20",
                    "How often a live client is asked for a sign of life; after three without one"
                            + " it is disconnected.");

    static final Setting<String> ALLOWED_ORIGINS =
            Setting.text(
                    "WS_ALLOWED_ORIGINS",
                    "",
                    "Comma-separated origins (https://example.com) of pages that may connect to the"
                            + " live feed, besides the dashboard's own; * allows every page.");

    static final Setting<Duration> RETENTION =
            Setting.seconds(
                    "READ_MODEL_RETENTION", "604800", "How long Redis keeps an analysed article.");

    static final Setting<Duration> SWEEP_INTERVAL =
            Setting.seconds(
                    "READ_MODEL_SWEEP_INTERVAL",
                    "60",
                    "How often the ids of expired articles leave Redis' indexes when no article is"
                            + " written.");

    public ApiConfig {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    public static List<Setting<?>> settings() {
        return List.of(
                MAX_CONNECTIONS,
                QUEUE_SIZE,
                QUEUE_BYTES,
                STALL_TIMEOUT,
                PING_INTERVAL,
                ALLOWED_ORIGINS,
                RETENTION,
                SWEEP_INTERVAL);
    }

    public static ApiConfig from(Settings settings) {
        return new ApiConfig(
                settings.get(MAX_CONNECTIONS),
                settings.get(QUEUE_SIZE),
                settings.get(QUEUE_BYTES),
                settings.get(STALL_TIMEOUT),
                settings.get(PING_INTERVAL),
                origins(settings.get(ALLOWED_ORIGINS)),
                settings.get(RETENTION),
                settings.get(SWEEP_INTERVAL));
    }

    private static Set<String> origins(String list) {
        return Arrays.stream(list.split(","))
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
