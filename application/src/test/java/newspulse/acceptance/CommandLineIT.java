package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.embedded.DataDirectory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What an operator types, and what comes back.
@Timeout(240)
final class CommandLineIT {
    private static final int MISCONFIGURED = 2;

    @TempDir Path directory;

    @Test
    void tellsWhatItCanBe() throws Exception {
        assertThat(said(0, "--list-roles"))
                .contains("producer", "stream", "inference", "api", "all");
        assertThat(said(0, "--version")).startsWith("newspulse ");
        assertThat(said(0, "--help")).contains("up", "demo", "bundle");
        assertThat(said(0, "up", "--help")).contains("--replay", "--roles", "--rate", "--loop");
    }

    @Test
    void checksAndPrintsTheConfigurationWithoutStarting() throws Exception {
        assertThat(said(0, "up", "--check-config")).contains("fine");
        NewspulseProcess printed =
                NewspulseProcess.start(
                        directory,
                        Map.of("REDIS_PASSWORD", "hush", "HTTP_PORT", "8123"),
                        "up",
                        "--print-config");
        assertThat(printed.exitCode()).isZero();
        assertThat(printed.log())
                .contains("HTTP_PORT=8123", "REDIS_PASSWORD=********", "FETCH_INTERVAL=300")
                .doesNotContain("hush");
        NewspulseProcess refused =
                NewspulseProcess.start(
                        directory,
                        Map.of("HTTP_PORT", "x", "BATCH_SIZE", "0"),
                        "up",
                        "--check-config");
        assertThat(refused.exitCode()).isEqualTo(MISCONFIGURED);
        assertThat(refused.log().lines()).hasSize(2);
        assertThat(refused.log()).contains("HTTP_PORT", "BATCH_SIZE");
    }

    @Test
    void needsOneLineToSayThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NewspulseProcess refused =
                    NewspulseProcess.start(
                            directory,
                            Map.of("HTTP_PORT", Integer.toString(taken.getLocalPort())),
                            "demo");
            assertThat(refused.exitCode()).isEqualTo(MISCONFIGURED);
            assertThat(refused.log().lines()).hasSize(1);
            assertThat(refused.log()).contains("HTTP_PORT").contains("taken");
        }
    }

    @Test
    void saysWhatIsWrongWithAReplay() throws Exception {
        assertThat(said(MISCONFIGURED, "up", "--replay", "no-such-file")).contains("--replay");
        assertThat(said(MISCONFIGURED, "up", "--rate", "5")).contains("--replay");
        assertThat(said(MISCONFIGURED, "up", "--roles", "streem")).contains("stream");
    }

    @Test
    void findsItsDataAgainAfterAKillAndEndsEverythingWhenItIsTold() throws Exception {
        AllInOne killed = AllInOne.start(directory, "demo");
        killed.process().kill();
        try (AllInOne again = AllInOne.start(directory, "demo")) {
            Observers.await(
                    "samples of before and of now",
                    Duration.ofMinutes(1),
                    () -> Observers.stored(again.redisPort()).size() >= 30);
            NewspulseProcess second =
                    NewspulseProcess.start(
                            directory,
                            Map.of(
                                    "HTTP_PORT",
                                    "0",
                                    "DATA_DIR",
                                    directory.resolve("data").toString()),
                            "demo");
            assertThat(second.exitCode()).isEqualTo(MISCONFIGURED);
            assertThat(second.log()).contains("DATA_DIR");
        }
        assertThat(DataDirectory.announced(directory.resolve("data"))).isEmpty();
        try (var processes = ProcessHandle.allProcesses()) {
            assertThat(processes.flatMap(process -> process.info().commandLine().stream()))
                    .noneMatch(line -> line.contains(directory.toString()));
        }
    }

    private String said(int exitCode, String... arguments) throws Exception {
        NewspulseProcess process = NewspulseProcess.start(directory, Map.of(), arguments);
        assertThat(process.exitCode()).as(process.log()).isEqualTo(exitCode);
        assertThat(Files.exists(directory.resolve("data"))).isFalse();
        return process.log();
    }
}
