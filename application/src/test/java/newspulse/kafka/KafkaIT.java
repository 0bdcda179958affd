package newspulse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.Settings;
import newspulse.embedded.EmbeddedBroker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MIB = 1 << 20;

    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        broker = EmbeddedBroker.start(directory, 0);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void createsEachTopicWithItsSettingsAndOnlyOnce() throws Exception {
        KafkaConfig config = config("created");
        try (Admin admin = KafkaClients.admin(config, "test")) {
            new Topics(admin, config).ensure(PATIENCE);
            new Topics(admin, config).ensure(PATIENCE);
            assertThat(setting(admin, config.inputTopic(), "message.timestamp.type"))
                    .isEqualTo("LogAppendTime");
            assertThat(setting(admin, config.inputTopic(), "max.message.bytes"))
                    .isEqualTo("1048576");
            assertThat(setting(admin, config.deadLetterTopic(), "max.message.bytes"))
                    .isEqualTo("1114112");
            assertThat(setting(admin, config.outputTopic(), "message.timestamp.type"))
                    .isEqualTo("CreateTime");
            for (TopicSpec topic : TopicSpec.of(config)) {
                boolean isPositions = topic.name().equals(config.filePositionsTopic());
                assertThat(setting(admin, topic.name(), "cleanup.policy"))
                        .isEqualTo(isPositions ? "compact" : "delete");
                assertThat(Long.parseLong(setting(admin, topic.name(), "retention.ms")))
                        .isGreaterThanOrEqualTo(Duration.ofDays(7).toMillis());
            }
            String output = config.outputTopic();
            assertThat(admin.describeTopics(List.of(output)).allTopicNames().get())
                    .hasEntrySatisfying(output, topic -> assertThat(topic.partitions()).hasSize(4));
        }
    }

    @Test
    void letsManyReplicasCreateThemAtOnce() throws Exception {
        KafkaConfig config = config("raced");
        try (Admin admin = KafkaClients.admin(config, "test")) {
            CompletableFuture<?>[] replicas = new CompletableFuture<?>[8];
            for (int i = 0; i < replicas.length; i++) {
                replicas[i] = CompletableFuture.runAsync(() -> ensure(admin, config));
            }
            CompletableFuture.allOf(replicas).get();
            assertThat(admin.listTopics().names().get()).contains(config.trendsTopic());
        }
    }

    @Test
    void leavesATopicAloneThatExists() throws Exception {
        KafkaConfig config = config("kept");
        try (Admin admin = KafkaClients.admin(config, "test")) {
            admin.createTopics(List.of(new NewTopic(config.inputTopic(), 2, (short) 1)))
                    .all()
                    .get();
            new Topics(admin, config).ensure(PATIENCE);
            assertThat(setting(admin, config.inputTopic(), "message.timestamp.type"))
                    .isEqualTo("CreateTime");
        }
    }

    @Test
    void saysWhichBrokerIsMissingOnceItsPatienceIsOver() {
        KafkaConfig config = KafkaConfig.embedded(new Settings(Map.of()), "127.0.0.1:1");
        try (Admin admin = impatient(config)) {
            assertThatThrownBy(() -> new Topics(admin, config).ensure(Duration.ofMillis(100)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:1");
            assertThat(new KafkaProbe(admin, "127.0.0.1:1").answersWithin(Duration.ofMillis(200)))
                    .isFalse();
        }
    }

    @Test
    void probesALivingBroker() {
        KafkaConfig config = config("probed");
        try (Admin admin = KafkaClients.admin(config, "test")) {
            assertThat(new KafkaProbe(admin, "here").answersWithin(PATIENCE)).isTrue();
        }
    }

    @Test
    void countsWhatAGroupHasStillToRead() throws Exception {
        KafkaConfig config = config("lag");
        try (Admin admin = KafkaClients.admin(config, "test");
                KafkaProducer<byte[], byte[]> producer = producer(config);
                KafkaConsumer<byte[], byte[]> consumer = consumer(config)) {
            GroupLag lag = new GroupLag(admin, "counted", List.of(config.inputTopic()));
            assertThat(lag.refresh()).isEmpty();
            new Topics(admin, config).ensure(PATIENCE);
            for (int i = 0; i < 10; i++) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(config.inputTopic(), 0, null, new byte[] {1}));
            }
            producer.flush();
            assertThat(lag.refresh()).hasValue(10);

            TopicPartition first = new TopicPartition(config.inputTopic(), 0);
            consumer.assign(List.of(first));
            consumer.commitSync(Map.of(first, new OffsetAndMetadata(7)));
            assertThat(lag.refresh()).hasValue(3);
            assertThat(lag.lag()).hasValue(3);
        }
    }

    @Test
    void refusesARecordThatOnlyFitsCompressed() throws Exception {
        KafkaConfig config = config("packed");
        try (Admin admin = KafkaClients.admin(config, "test");
                KafkaProducer<byte[], byte[]> producer = producer(config)) {
            new Topics(admin, config).ensure(PATIENCE);
            byte[] zeros = new byte[MIB + 1];
            assertThatThrownBy(() ->
                            producer.send(new ProducerRecord<>(config.inputTopic(), zeros)).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
            byte[] fits = new byte[MIB - 1024];
            producer.send(new ProducerRecord<>(config.inputTopic(), fits)).get();
        }
    }

    private KafkaConfig config(String prefix) {
        return KafkaConfig.embedded(
                new Settings(
                        Map.of(
                                "KAFKA_INPUT_TOPIC", prefix + "_in",
                                "KAFKA_OUTPUT_TOPIC", prefix + "_out",
                                "KAFKA_DEAD_LETTER_TOPIC", prefix + "_dead",
                                "KAFKA_TRENDS_TOPIC", prefix + "_trends")),
                broker.bootstrapServers());
    }

    private static Admin impatient(KafkaConfig config) {
        Map<String, Object> properties = new HashMap<>(KafkaClients.properties(config, "test"));
        properties.put("request.timeout.ms", 100);
        properties.put("default.api.timeout.ms", 100);
        return Admin.create(properties);
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaConfig config) {
        Map<String, Object> properties = KafkaClients.producerProperties(config, "test");
        properties.put("compression.type", "lz4");
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaConfig config) {
        return new KafkaConsumer<>(
                KafkaClients.consumerProperties(config, "test", "counted"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void ensure(Admin admin, KafkaConfig config) {
        try {
            new Topics(admin, config).ensure(PATIENCE);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<ConfigResource, Config> described =
                admin.describeConfigs(List.of(resource)).all().get();
        return described.values().iterator().next().get(name).value();
    }
}
