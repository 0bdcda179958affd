package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class EmbeddedBrokerIT {
    @TempDir Path directory;

    @Test
    void hasItsRecordsAgainAfterARestart() throws Exception {
        EmbeddedBroker first = EmbeddedBroker.start(directory, 0);
        Records.createTopic(first.bootstrapServers(), "t");
        Records.send(first.bootstrapServers(), "t", List.of("a", "b"));
        long begun = System.nanoTime();
        first.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(Records.read(broker.bootstrapServers(), "t", 2)).containsExactly("a", "b");
        }
    }

    @Test
    void namesTheSettingWhenItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("EMBEDDED_KAFKA_PORT is taken")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void closesTwiceWithoutComplaint() throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        broker.close();
        broker.close();
        assertThat(LoopbackPort.isTaken(broker.port())).isFalse();
    }
}
