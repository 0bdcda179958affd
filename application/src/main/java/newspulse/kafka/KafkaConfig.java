package newspulse.kafka;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which Kafka, which topics, which groups.
///
/// @param streamGroup the application id of the stream, which is also its consumer group
/// @param sinkGroup the group that writes the read model
/// @param partitions of each topic that we create
/// @param replicationFactor of each topic that we create; -1 is the brokers' default
/// @param compression of what our producers send
public record KafkaConfig(
        String bootstrapServers,
        String inputTopic,
        String outputTopic,
        String deadLetterTopic,
        String trendsTopic,
        String streamGroup,
        String sinkGroup,
        int partitions,
        int replicationFactor,
        String compression,
        KafkaSecurity security) {

    /// One machine needs no more, and every partition costs state stores and threads.
    private static final int EMBEDDED_PARTITIONS = 4;

    public static final Setting<String> KAFKA_BOOTSTRAP_SERVERS =
            Setting.text(
                            "KAFKA_BOOTSTRAP_SERVERS",
                            "localhost:9092",
                            "Brokers as host:port, separated by commas; role all runs its own unless"
                                    + " this is set")
                    .orOlder("KAFKA_BROKER");
    public static final Setting<String> KAFKA_INPUT_TOPIC =
            Setting.text("KAFKA_INPUT_TOPIC", "news_stream", "Topic of raw articles")
                    .orOlder("KAFKA_TOPIC", "INPUT_TOPIC");
    public static final Setting<String> KAFKA_OUTPUT_TOPIC =
            Setting.text("KAFKA_OUTPUT_TOPIC", "analyzed_news", "Topic of analysed articles")
                    .orOlder("OUTPUT_TOPIC");
    public static final Setting<String> KAFKA_DEAD_LETTER_TOPIC =
            Setting.text(
                    "KAFKA_DEAD_LETTER_TOPIC",
                    "news_dead_letter",
                    "Topic of what could not be processed");
    public static final Setting<String> KAFKA_TRENDS_TOPIC =
            Setting.text("KAFKA_TRENDS_TOPIC", "news_trends", "Topic of windows, bursts, stories");
    public static final Setting<String> KAFKA_GROUP_ID =
            Setting.text(
                    "KAFKA_GROUP_ID",
                    "inference_group",
                    "Application id and consumer group of the stream");
    public static final Setting<String> KAFKA_CONSUMER_GROUP =
            Setting.text(
                    "KAFKA_CONSUMER_GROUP",
                    "news_consumer_group",
                    "Consumer group of the api's Redis sink");
    public static final Setting<Integer> KAFKA_PARTITIONS =
            Setting.integer(
                    "KAFKA_PARTITIONS",
                    24,
                    1,
                    10_000,
                    "Partitions of a topic when we create it; 4 on the embedded broker");
    public static final Setting<Integer> KAFKA_REPLICATION_FACTOR =
            Setting.integer(
                    "KAFKA_REPLICATION_FACTOR",
                    -1,
                    -1,
                    100,
                    "Replicas of a topic when we create it; -1 is the brokers' default");

    public static final Setting<String> KAFKA_COMPRESSION =
            new Setting<>(
                    "KAFKA_COMPRESSION",
                    List.of(),
                    "none, gzip, snappy, lz4 or zstd",
                    "lz4",
                    "How producers compress what they send; none on the embedded broker, where there"
                            + " is no network to save",
                    false,
                    KafkaConfig::compression);

    public static List<Setting<?>> settings() {
        List<Setting<?>> settings =
                new ArrayList<>(
                        List.of(
                                KAFKA_BOOTSTRAP_SERVERS,
                                KAFKA_INPUT_TOPIC,
                                KAFKA_OUTPUT_TOPIC,
                                KAFKA_DEAD_LETTER_TOPIC,
                                KAFKA_TRENDS_TOPIC,
                                KAFKA_GROUP_ID,
                                KAFKA_CONSUMER_GROUP,
                                KAFKA_PARTITIONS,
                                KAFKA_REPLICATION_FACTOR,
                                KAFKA_COMPRESSION));
        settings.addAll(KafkaSecurity.settings());
        return List.copyOf(settings);
    }

    public static KafkaConfig from(Settings settings) {
        return new KafkaConfig(
                settings.get(KAFKA_BOOTSTRAP_SERVERS),
                settings.get(KAFKA_INPUT_TOPIC),
                settings.get(KAFKA_OUTPUT_TOPIC),
                settings.get(KAFKA_DEAD_LETTER_TOPIC),
                settings.get(KAFKA_TRENDS_TOPIC),
                settings.get(KAFKA_GROUP_ID),
                settings.get(KAFKA_CONSUMER_GROUP),
                settings.get(KAFKA_PARTITIONS),
                settings.get(KAFKA_REPLICATION_FACTOR),
                settings.get(KAFKA_COMPRESSION),
                KafkaSecurity.from(settings));
    }

    /// The same topics and groups on the embedded broker, which is alone and open to this machine
    /// only.
    public static KafkaConfig embedded(Settings settings, String bootstrapServers) {
        KafkaConfig config = from(settings);
        int partitions =
                settings.isGiven(KAFKA_PARTITIONS) ? config.partitions : EMBEDDED_PARTITIONS;
        String compression = settings.isGiven(KAFKA_COMPRESSION) ? config.compression : "none";
        return new KafkaConfig(
                bootstrapServers,
                config.inputTopic,
                config.outputTopic,
                config.deadLetterTopic,
                config.trendsTopic,
                config.streamGroup,
                config.sinkGroup,
                partitions,
                1,
                compression,
                KafkaSecurity.NONE);
    }

    /// Where producers keep how far they have read files: beside the input, with which it changes
    /// together.
    public String filePositionsTopic() {
        return inputTopic + "_files";
    }

    private static String compression(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (!List.of("none", "gzip", "snappy", "lz4", "zstd").contains(name)) {
            throw new IllegalArgumentException("no compression of Kafka's");
        }
        return name;
    }
}
