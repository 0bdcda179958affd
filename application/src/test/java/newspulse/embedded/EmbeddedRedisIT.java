package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisConnectionException;

import newspulse.config.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

class EmbeddedRedisIT {
    private static final String PASSWORD = "p\"w \\ 비밀 #1";

    @TempDir Path directory;

    @Test
    void hasItsKeysAgainAfterARestart() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            Keys.ask(redis.port(), commands -> commands.set("k", "v"));
        }
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            assertThat(Keys.ask(redis.port(), commands -> commands.get("k"))).isEqualTo("v");
        }
    }

    @Test
    void startsOnAnAppendOnlyFileThatWasCutOff() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            Keys.ask(redis.port(), commands -> commands.set("k", "v"));
            Keys.ask(redis.port(), commands -> commands.set("last", "lost"));
        }
        Path log = directory.resolve("appendonlydir/appendonly.aof.1.incr.aof");
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 3);
        }
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            assertThat(Keys.ask(redis.port(), commands -> commands.get("k"))).isEqualTo("v");
            assertThat(Keys.ask(redis.port(), commands -> commands.exists("last"))).isEqualTo("0");
        }
    }

    @Test
    void comesBackOnItsPortAfterItWasKilled() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0)) {
            Keys.ask(redis.port(), commands -> commands.set("k", "v"));
            long first = redis.pid();
            kill("KILL", first);
            RedisHandshake handshake = new RedisHandshake(redis.port(), "");
            Await.until(
                    "it serves again",
                    () -> redis.pid() != first && handshake.isServing(redis.pid()));
            assertThat(Keys.ask(redis.port(), commands -> commands.get("k"))).isEqualTo("v");
        }
    }

    @Test
    void endsEvenWhenItHangs() throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, "", 0);
        long pid = redis.pid();
        kill("STOP", pid);
        long begun = System.nanoTime();
        redis.close();
        redis.close();
        assertThat(Await.isAlive(pid)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void asksForThePasswordAndShowsItToNobody() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0, PASSWORD, 64)) {
            assertThat(Keys.ask(redis.port(), PASSWORD, commands -> commands.ping()))
                    .isEqualTo("PONG");
            assertThatThrownBy(() -> Keys.ask(redis.port(), commands -> commands.ping()))
                    .isInstanceOf(RedisConnectionException.class);
            Path file = directory.resolve("redis.conf");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(ProcessHandle.of(redis.pid()).orElseThrow().info().commandLine())
                    .hasValueSatisfying(line -> assertThat(line).doesNotContain("#1"));
            assertThat(
                            Keys.ask(
                                    redis.port(),
                                    PASSWORD,
                                    commands -> commands.configGet("maxmemory")))
                    .isEqualTo("{maxmemory=67108864}");
        }
    }

    @Test
    void namesTheSettingWhenItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedRedis.start(directory, taken.getLocalPort(), "", 0))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("EMBEDDED_REDIS_PORT is taken");
        }
    }

    @Test
    void saysWhereToLookWhenItDoesNotStart() throws IOException {
        EmbeddedRedis.start(directory, 0, "", 0).close();
        Files.writeString(directory.resolve("appendonlydir/appendonly.aof.manifest"), "nonsense");
        assertThatThrownBy(() -> EmbeddedRedis.start(directory, 0, "", 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("redis.log");
        assertThat(Files.readString(directory.resolve("redis.log"))).contains("manifest");
    }

    private static void kill(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }
}
