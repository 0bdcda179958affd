package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DataDirectoryTest {
    @TempDir Path temporary;

    @Test
    void isCreatedAndKeepsEachPartApart() throws IOException {
        Path root = temporary.resolve("a/b");
        try (DataDirectory data = DataDirectory.open(root)) {
            assertThat(root).isDirectory();
            assertThat(data.kafka()).isEqualTo(root.resolve("kafka"));
            assertThat(data.redis()).isEqualTo(root.resolve("redis"));
            assertThat(data.streams()).isEqualTo(root.resolve("streams"));
        }
    }

    @Test
    void isHeldByOneAtATimeAndTellsByWhom() throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary)) {
            data.announce(new DataDirectory.Running(4711, "http://localhost:8000", null, 6379));
            assertThatThrownBy(() -> DataDirectory.open(temporary))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "DATA_DIR is in use by another newspulse (process 4711,"
                                    + " http://localhost:8000): stop it, or choose another, got \""
                                    + temporary
                                    + "\"");
        }
        DataDirectory.open(temporary).close();
    }

    @Test
    void announcesWhoRunsUntilItIsClosed() throws IOException {
        var running = new DataDirectory.Running(1, "http://h", "127.0.0.1:9092", null);
        try (DataDirectory data = DataDirectory.open(temporary)) {
            assertThat(DataDirectory.announced(temporary)).isEmpty();
            data.announce(running);
            assertThat(DataDirectory.announced(temporary)).contains(running);
        }
        assertThat(DataDirectory.announced(temporary)).isEmpty();
    }

    @Test
    void forgetsWhatAKilledProcessAnnounced() throws IOException {
        Files.writeString(temporary.resolve("running.json"), "{\"pid\": 12");
        try (DataDirectory _ = DataDirectory.open(temporary)) {
            assertThat(temporary.resolve("running.json")).doesNotExist();
        }
    }

    @Test
    void namesTheSettingWhenItCannotBeCreated() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("DATA_DIR cannot be used");
    }

    @Test
    void closesTwiceWithoutComplaint() throws IOException {
        DataDirectory data = DataDirectory.open(temporary);
        data.close();
        data.close();
        try (DataDirectory again = DataDirectory.open(temporary)) {
            data.close();
            assertThatThrownBy(() -> DataDirectory.open(again.root()))
                    .isInstanceOf(ConfigurationException.class);
        }
    }
}
