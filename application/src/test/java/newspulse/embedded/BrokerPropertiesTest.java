package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import kafka.server.KafkaConfig;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class BrokerPropertiesTest {
    private static final Map<String, String> PROPERTIES =
            BrokerProperties.of(Path.of("/d"), 1001, 1002);

    @Test
    void areAllKnownToTheBroker() {
        KafkaConfig config = new KafkaConfig(PROPERTIES, false);
        assertThat(config.values().keySet()).containsAll(PROPERTIES.keySet());
    }

    @Test
    void letABrokerBackSoonAfterAKill() {
        long session = Long.parseLong(PROPERTIES.getOrDefault("broker.session.timeout.ms", "9000"));
        assertThat(Duration.ofMillis(session)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void askForNoSecondBroker() {
        assertThat(PROPERTIES)
                .allSatisfy((name, value) -> {
                    if (name.endsWith("replication.factor") || name.endsWith("min.isr")) {
                        assertThat(value).isEqualTo("1");
                    }
                });
    }
}
