package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RedisBinaryTest {
    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, redis-server-7.0.15-linux-amd64",
        "Linux, aarch64, redis-server-7.0.15-linux-arm64",
        "Mac OS X, x86_64, redis-server-7.0.15-darwin-amd64",
        "Mac OS X, aarch64, redis-server-7.0.15-darwin-arm64",
    })
    void isThereForEachMachine(String os, String architecture, String name) throws IOException {
        Path binary = RedisBinary.unpack(directory, os, architecture);
        assertThat(binary.getFileName()).hasToString(name);
        assertThat(binary).isExecutable();
    }

    @Test
    void saysWhatToSetWhereThereIsNone() {
        assertThatThrownBy(() -> RedisBinary.unpack(directory, "Windows 11", "amd64"))
                .hasMessageContaining("Windows 11")
                .hasMessageContaining("REDIS_HOST");
        assertThatThrownBy(() -> RedisBinary.unpack(directory, "Linux", "riscv64"))
                .hasMessageContaining("REDIS_HOST");
    }

    @Test
    void isUnpackedOnceAndAgainWhenItIsNotWhole() throws IOException {
        Path binary = RedisBinary.unpack(directory, "Linux", "amd64");
        var written = Files.getLastModifiedTime(binary);
        long size = Files.size(binary);
        RedisBinary.unpack(directory, "Linux", "amd64");
        assertThat(Files.getLastModifiedTime(binary)).isEqualTo(written);

        Files.writeString(binary, "half");
        RedisBinary.unpack(directory, "Linux", "amd64");
        assertThat(binary).hasSize(size);
    }
}
