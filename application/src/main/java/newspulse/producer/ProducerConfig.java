package newspulse.producer;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.producer.web.AllowList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What an operator can set about the sources.
public record ProducerConfig(
        Path sourcesFile,
        Duration fetchInterval,
        Duration fetchLongestInterval,
        int fetchConcurrency,
        int fetchHostConcurrency,
        Duration fetchHostGap,
        Duration fetchFirstByteTimeout,
        Duration fetchTimeout,
        int fetchMaxBytes,
        AllowList fetchAllow,
        @Nullable String fetchContact,
        NewsApiConfig newsApi) {

    public static final Path DEFAULT_SOURCES_FILE = Path.of("sources.yaml");

    public static final Setting<Path> SOURCES_FILE =
            Setting.path(
                    "SOURCES_FILE",
                    DEFAULT_SOURCES_FILE.toString(),
                    "The list of feeds. The default list is built in and holds when there is no"
                            + " sources.yaml in the working directory.");
    public static final Setting<Duration> FETCH_INTERVAL =
            Setting.seconds(
                    "FETCH_INTERVAL",
                    "300",
                    "How often each source is asked, if it publishes often; never more often.");
    public static final Setting<Duration> FETCH_LONGEST_INTERVAL =
            Setting.seconds(
                    "FETCH_LONGEST_INTERVAL",
                    "3600",
                    "How often a source is asked that seldom publishes, or says that its answers"
                            + " stay good for long. Never less than FETCH_INTERVAL.");
    public static final Setting<Integer> FETCH_CONCURRENCY =
            Setting.integer(
                    "FETCH_CONCURRENCY", 32, 1, 1_000, "How many sources are asked at a time.");
    public static final Setting<Integer> FETCH_HOST_CONCURRENCY =
            Setting.integer(
                    "FETCH_HOST_CONCURRENCY",
                    2,
                    1,
                    1_000,
                    "How many requests one host gets at a time, over all of its sources.");
    public static final Setting<Duration> FETCH_HOST_GAP =
            Setting.seconds(
                    "FETCH_HOST_GAP",
                    "1",
                    "How far apart requests to one host begin, over all of its sources; less where"
                            + " they would not all get their turn within FETCH_INTERVAL.");
    public static final Setting<Duration> FETCH_FIRST_BYTE_TIMEOUT =
            Setting.seconds(
                    "FETCH_FIRST_BYTE_TIMEOUT",
                    "15",
                    "How long a source may take to begin its answer.");
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

    public static final Setting<AllowList> FETCH_ALLOW =
            new Setting<>(
                    "FETCH_ALLOW",
                    List.of(),
                    "hosts, addresses and ranges of addresses, separated by commas",
                    null,
                    "What may be fetched from though its address is not public, such as"
                            + " 127.0.0.1 or feeds.internal or 10.0.0.0/8.",
                    false,
                    AllowList::of);
    public static final Setting<String> FETCH_CONTACT =
            new Setting<>(
                    "FETCH_CONTACT",
                    List.of(),
                    "address of the web or of mail",
                    null,
                    "Where publishers reach whoever runs this; every source is told.",
                    false,
                    ProducerConfig::contact);

    public static List<Setting<?>> settings() {
        List<Setting<?>> all =
                new ArrayList<>(
                        List.of(
                                SOURCES_FILE,
                                FETCH_INTERVAL,
                                FETCH_LONGEST_INTERVAL,
                                FETCH_CONCURRENCY,
                                FETCH_HOST_CONCURRENCY,
                                FETCH_HOST_GAP,
                                FETCH_FIRST_BYTE_TIMEOUT,
                                FETCH_TIMEOUT,
                                FETCH_MAX_BYTES,
                                FETCH_ALLOW,
                                FETCH_CONTACT));
        all.addAll(NewsApiConfig.settings());
        return List.copyOf(all);
    }

    public static ProducerConfig from(Settings settings) {
        return new ProducerConfig(
                settings.get(SOURCES_FILE),
                settings.get(FETCH_INTERVAL),
                settings.get(FETCH_LONGEST_INTERVAL),
                settings.get(FETCH_CONCURRENCY),
                settings.get(FETCH_HOST_CONCURRENCY),
                settings.get(FETCH_HOST_GAP),
                settings.get(FETCH_FIRST_BYTE_TIMEOUT),
                settings.get(FETCH_TIMEOUT),
                settings.get(FETCH_MAX_BYTES),
                settings.optional(FETCH_ALLOW).orElse(AllowList.none()),
                settings.optional(FETCH_CONTACT).orElse(null),
                NewsApiConfig.from(settings));
    }

    /// How this program introduces itself to publishers.
    public String userAgent(String version) {
        String contact = fetchContact == null ? "" : "; +" + fetchContact;
        return "Newspulse/" + version + " (news aggregator; feed reader" + contact + ")";
    }

    /// What may be fetched from: what the operator allows, and NewsAPI where the operator put it.
    public AllowList allowed() {
        return fetchAllow.with(newsApi.url().getHost());
    }

    private static String contact(String text) {
        if (!text.matches("[!-~&&[^()]]{3,200}")) {
            throw new IllegalArgumentException("not an address");
        }
        return text;
    }
}
