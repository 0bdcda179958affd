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
    void saysWhatIsWrongWithACommand() throws Exception {
        assertThat(said(MISCONFIGURED, "up", "--replay", "no-such-file")).contains("--replay");
        assertThat(said(MISCONFIGURED, "up", "--rate", "5")).contains("--replay");
        assertThat(said(MISCONFIGURED, "up", "--roles", "streem")).contains("stream");
        assertThat(said(MISCONFIGURED, "dead-letters", "list")).contains("DATA_DIR");
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

    @Test
    void findsADeadLetterAndSendsItBackOnce() throws Exception {
        Path file =
                Files.writeString(
                        directory.resolve("one.ndjson"),
                        "{\"title\":7,\"source\":{\"name\":\"Herald\"}}\n");
        try (AllInOne running = AllInOne.start(directory, file, 10)) {
            Observers.await(
                    "buried",
                    Duration.ofMinutes(1),
                    () ->
                            Observers.records(running.bootstrapServers(), "news_dead_letter").size()
                                    == 1);
            var data = Map.of("DATA_DIR", directory.resolve("data").toString());
            assertThat(letters(data, "list", "--code=invalid_article"))
                    .contains("Herald", "1 dead letters");
            assertThat(letters(data, "show", "--source=Herald")).contains("\"title\":7");
            assertThat(letters(data, "replay", "--all", "--dry-run")).contains("nothing was");
            assertThat(letters(data, "replay", "--all")).contains("1 sent back");
            Observers.await(
                    "buried again, and the first one marked",
                    Duration.ofMinutes(1),
                    () ->
                            Observers.records(running.bootstrapServers(), "news_dead_letter").size()
                                    == 3);
            assertThat(letters(data, "list")).contains("2 dead letters, 1 of them replayed");
            assertThat(letters(data, "export", "--to=-").lines().filter(l -> l.startsWith("{")))
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"code\":\"invalid_article\""));
        }
    }

    private String letters(Map<String, String> environment, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "dead-letters";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        NewspulseProcess process =
                NewspulseProcess.start(directory.resolve("letters"), environment, all);
        assertThat(process.exitCode()).as(process.log()).isZero();
        return process.log();
    }

    private String said(int exitCode, String... arguments) throws Exception {
        NewspulseProcess process = NewspulseProcess.start(directory, Map.of(), arguments);
        assertThat(process.exitCode()).as(process.log()).isEqualTo(exitCode);
        assertThat(Files.exists(directory.resolve("data"))).isFalse();
        return process.log();
    }
}
