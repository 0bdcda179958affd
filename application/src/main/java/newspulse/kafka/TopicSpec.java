package newspulse.kafka;

import org.apache.kafka.clients.admin.NewTopic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A topic and the settings that the system relies on.
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record TopicSpec(String name, OptionalInt partitions, Map<String, String> settings) {
    static final String MAX_BYTES = "max.message.bytes";
    static final String TIMESTAMP_TYPE = "message.timestamp.type";
    static final String LOG_APPEND_TIME = "LogAppendTime";

    private static final int INPUT_BYTES = 1 << 20;
    static final int HEADER_BYTES = 64 << 10;
    private static final int OUTPUT_BYTES = 2 << 20;
    private static final String WEEK = Long.toString(Duration.ofDays(7).toMillis());
    private static final String MONTH = Long.toString(Duration.ofDays(30).toMillis());

    TopicSpec {
        settings = Map.copyOf(settings);
    }

    /// With as many partitions as are set.
    TopicSpec(String name, Map<String, String> settings) {
        this(name, OptionalInt.empty(), settings);
    }

    /// All topics of the system.
    static List<TopicSpec> of(KafkaConfig config) {
        return List.of(
                input(config.inputTopic()),
                new TopicSpec(config.outputTopic(), kept(WEEK, OUTPUT_BYTES)),
                new TopicSpec(config.deadLetterTopic(), kept(MONTH, INPUT_BYTES + HEADER_BYTES)),
                new TopicSpec(config.trendsTopic(), kept(WEEK, OUTPUT_BYTES)),
                new TopicSpec(
                        config.filePositionsTopic(),
                        OptionalInt.of(1),
                        Map.of("cleanup.policy", "compact")));
    }

    /// A record's timestamp there is when it came in, whatever its producer says. The size limit
    /// holds for what a record takes unpacked: one that only fits compressed would fit nowhere
    /// behind.
    private static TopicSpec input(String name) {
        Map<String, String> settings = new TreeMap<>(kept(WEEK, INPUT_BYTES));
        settings.put(TIMESTAMP_TYPE, LOG_APPEND_TIME);
        settings.put("compression.type", "uncompressed");
        return new TopicSpec(name, settings);
    }

    private static Map<String, String> kept(String retentionMs, int maxBytes) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                retentionMs,
                MAX_BYTES,
                Integer.toString(maxBytes));
    }

    NewTopic create(KafkaConfig config) {
        Optional<Short> replicas =
                config.replicationFactor() < 1
                        ? Optional.empty()
                        : Optional.of((short) config.replicationFactor());
        return new NewTopic(name, Optional.of(partitions.orElse(config.partitions())), replicas)
                .configs(settings);
    }
}
