package newspulse.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// Sees to it that the topics are there before anybody reads or writes them. Any number of replicas
/// may do so at once; a topic that exists is left as it is.
public final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LOG_EVERY = Duration.ofSeconds(5);

    private final Admin admin;
    private final KafkaConfig config;
    private final List<TopicSpec> specs;

    public Topics(Admin admin, KafkaConfig config) {
        this.admin = admin;
        this.config = config;
        this.specs = TopicSpec.of(config);
    }

    /// Returns once all topics are there, also when the brokers are still to come.
    ///
    /// @throws IOException when they are not there within the patience, or never will be
    public void ensure(Duration patience) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long told = begun;
        while (true) {
            String fault;
            try {
                if (createMissing()) {
                    warnOfMismatches();
                    return;
                }
                fault = "topics were created but are not visible yet";
            } catch (ExecutionException e) {
                fault = faultOf(e);
            }
            long now = System.nanoTime();
            if (now - begun > patience.toNanos()) {
                throw new IOException(
                        "no topics at Kafka "
                                + config.bootstrapServers()
                                + " within "
                                + patience.toSeconds()
                                + " s: "
                                + fault);
            }
            if (now - told > LOG_EVERY.toNanos()) {
                told = now;
                LOG.info(
                        "waiting for Kafka at {} (KAFKA_BOOTSTRAP_SERVERS): {}",
                        config.bootstrapServers(),
                        fault);
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean createMissing() throws ExecutionException, InterruptedException {
        List<TopicSpec> missing = missing();
        if (missing.isEmpty()) {
            return true;
        }
        List<NewTopic> wanted = missing.stream().map(spec -> spec.create(config)).toList();
        Map<String, KafkaFuture<Void>> created = admin.createTopics(wanted).values();
        for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
            try {
                topic.getValue().get();
                LOG.info("created topic {}", topic.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitLeaders(missing);
        return missing().isEmpty();
    }

    /// A topic is visible a moment before its partitions take records; their end can be asked for
    /// once they do.
    private void awaitLeaders(List<TopicSpec> created)
            throws ExecutionException, InterruptedException {
        List<String> names = created.stream().map(TopicSpec::name).toList();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Partitions.of(admin, names).forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        admin.listOffsets(ends).all().get();
    }

    private List<TopicSpec> missing() throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        return specs.stream().filter(spec -> !there.contains(spec.name())).toList();
    }

    private static String faultOf(ExecutionException e) throws IOException {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof AuthorizationException
                || cause instanceof InvalidConfigurationException) {
            throw new IOException("topics cannot be created: " + cause.getMessage(), cause);
        }
        return String.valueOf(cause.getMessage());
    }

    private void warnOfMismatches() throws ExecutionException, InterruptedException {
        long input = limit(config.inputTopic());
        long deadLetter = limit(config.deadLetterTopic());
        long needed = input + TopicSpec.HEADER_BYTES;
        if (deadLetter < needed) {
            LOG.warn(
                    "topic {} takes records of {} bytes, but {} takes {}: set its {} to {} or a large"
                            + " bad record stops the stream",
                    config.deadLetterTopic(),
                    deadLetter,
                    config.inputTopic(),
                    input,
                    TopicSpec.MAX_BYTES,
                    needed);
        }
        String timestamps = setting(config.inputTopic(), TopicSpec.TIMESTAMP_TYPE);
        if (!timestamps.equals(TopicSpec.LOG_APPEND_TIME)) {
            LOG.warn(
                    "topic {} has {} {}: ingestion time is then what its producers say; set {}",
                    config.inputTopic(),
                    TopicSpec.TIMESTAMP_TYPE,
                    timestamps,
                    TopicSpec.LOG_APPEND_TIME);
        }
    }

    private long limit(String topic) throws ExecutionException, InterruptedException {
        return Long.parseLong(setting(topic, TopicSpec.MAX_BYTES));
    }

    private String setting(String topic, String name)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Collection<Config> described =
                admin.describeConfigs(List.of(resource)).all().get().values();
        return described.iterator().next().get(name).value();
    }
}
