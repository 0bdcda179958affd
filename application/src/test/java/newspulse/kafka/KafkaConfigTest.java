package newspulse.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.Settings;

import org.junit.jupiter.api.Test;

import java.util.Map;

class KafkaConfigTest {
    @Test
    void takesTheContractsDefaults() {
        KafkaConfig config = KafkaConfig.from(new Settings(Map.of()));
        assertThat(config)
                .isEqualTo(
                        new KafkaConfig(
                                "localhost:9092",
                                "news_stream",
                                "analyzed_news",
                                "news_dead_letter",
                                "news_trends",
                                "inference_group",
                                "news_consumer_group",
                                24,
                                -1,
                                "lz4",
                                KafkaSecurity.NONE));
    }

    @Test
    void knowsTheOlderNames() {
        KafkaConfig config =
                KafkaConfig.from(
                        new Settings(
                                Map.of(
                                        "KAFKA_BROKER", "b:1",
                                        "KAFKA_TOPIC", "in",
                                        "OUTPUT_TOPIC", "out")));
        assertThat(config.bootstrapServers()).isEqualTo("b:1");
        assertThat(config.inputTopic()).isEqualTo("in");
        assertThat(config.outputTopic()).isEqualTo("out");
    }

    @Test
    void takesFewPartitionsAndOneReplicaOnTheEmbeddedBroker() {
        KafkaConfig config =
                KafkaConfig.embedded(
                        new Settings(
                                Map.of(
                                        "KAFKA_REPLICATION_FACTOR", "3",
                                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL")),
                        "127.0.0.1:1");
        assertThat(config.bootstrapServers()).isEqualTo("127.0.0.1:1");
        assertThat(config.partitions()).isEqualTo(4);
        assertThat(config.replicationFactor()).isEqualTo(1);
        assertThat(config.security()).isEqualTo(KafkaSecurity.NONE);
        assertThat(config.compression()).isEqualTo("none");
        Settings given = new Settings(Map.of("KAFKA_PARTITIONS", "7"));
        assertThat(KafkaConfig.embedded(given, "127.0.0.1:1").partitions()).isEqualTo(7);
    }

    @Test
    void refusesACompressionThatKafkaDoesNotKnow() {
        Settings settings = new Settings(Map.of("KAFKA_COMPRESSION", "rar"));
        assertThat(KafkaConfig.from(settings).compression()).isEqualTo("lz4");
        assertThatThrownBy(settings::check)
                .hasMessage(
                        "KAFKA_COMPRESSION must be none, gzip, snappy, lz4 or zstd, got \"rar\"");
    }

    @Test
    void handsItsSecretToClientsAndToNobodyElse() {
        KafkaConfig config =
                KafkaConfig.from(
                        new Settings(
                                Map.of(
                                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                        "KAFKA_SASL_MECHANISM", "PLAIN",
                                        "KAFKA_SASL_JAAS_CONFIG", "hidden")));
        assertThat(config.toString()).doesNotContain("hidden").contains("SASL_SSL", "PLAIN");
        assertThat(KafkaClients.producerProperties(config, "p"))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("sasl.jaas.config", "hidden");
        assertThat(KafkaClients.consumerProperties(config, "c", "g"))
                .containsEntry("sasl.jaas.config", "hidden");
    }
}
