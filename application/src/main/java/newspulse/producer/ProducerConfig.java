package newspulse.producer;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What an operator can set about the sources.
public record ProducerConfig(
        Path sourcesFile,
        Duration fetchInterval,
        int fetchConcurrency,
        Duration fetchTimeout,
        int fetchMaxBytes,
        NewsApiConfig newsApi) {

    public static final Path DEFAULT_SOURCES_FILE = Path.of("sources.yaml");

    public static final Setting<Path> SOURCES_FILE =
            Setting.path(
                    "SOURCES_FILE",
                    DEFAULT_SOURCES_FILE.toString(),
                    "The list of feeds. The default list is built in and holds when there is no"
                            + " sources.yaml in the working directory.");
    public static final Setting<Duration> FETCH_INTERVAL =
            Setting.seconds("FETCH_INTERVAL", "300", "How often each source is asked.");
    public static final Setting<Integer> FETCH_CONCURRENCY =
            Setting.integer(
                    "FETCH_CONCURRENCY", 8, 1, 1_000, "How many sources are asked at a time.");
    public static final Setting<Duration> FETCH_TIMEOUT =
            Setting.seconds(
                    "FETCH_TIMEOUT", "30", "How long a source may take to answer completely.");
    public static final Setting<Integer> FETCH_MAX_BYTES =
            Setting.integer(
                    "FETCH_MAX_BYTES",
                    32 * 1024 * 1024,
                    1_024,
                    1_024 * 1024 * 1024,
                    "The longest answer read from a source, in bytes, uncompressed.");

    public static List<Setting<?>> settings() {
        List<Setting<?>> all =
                new ArrayList<>(
                        List.of(
                                SOURCES_FILE,
                                FETCH_INTERVAL,
                                FETCH_CONCURRENCY,
                                FETCH_TIMEOUT,
                                FETCH_MAX_BYTES));
        all.addAll(NewsApiConfig.settings());
        return List.copyOf(all);
    }

    public static ProducerConfig from(Settings settings) {
        return new ProducerConfig(
                settings.get(SOURCES_FILE),
                settings.get(FETCH_INTERVAL),
                settings.get(FETCH_CONCURRENCY),
                settings.get(FETCH_TIMEOUT),
                settings.get(FETCH_MAX_BYTES),
                NewsApiConfig.from(settings));
    }
}
