package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What signals do to a process with a broker and a Redis, and what the next start makes of it.
class EmbeddedProcessIT {
    @TempDir Path directory;

    @Test
    void hasEverythingAgainAfterAKill() throws Exception {
        EmbeddedChild.Running child = EmbeddedChild.run(directory, "full");
        Records.createTopic(child.bootstrap(), "t");
        Records.send(child.bootstrap(), "t", List.of("a", "b"));
        Keys.ask(child.redisPort(), redis -> redis.set("k", "v"));

        child.process().destroyForcibly().waitFor();
        Await.until("Redis follows its parent", () -> !Await.isAlive(child.redisPid()));

        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedBroker broker = EmbeddedBroker.start(data.kafka(), 0);
                EmbeddedRedis redis = EmbeddedRedis.start(data.redis(), 0, "", 0)) {
            assertThat(Records.read(broker.bootstrapServers(), "t", 2)).containsExactly("a", "b");
            assertThat(Keys.ask(redis.port(), commands -> commands.get("k"))).isEqualTo("v");
        }
    }

    @Test
    void endsTheRedisThatAKilledProcessLeftBehind() throws Exception {
        EmbeddedChild.Running child = EmbeddedChild.run(directory, "none");
        Keys.ask(child.redisPort(), redis -> redis.set("k", "v"));
        child.process().destroyForcibly().waitFor();
        Await.until("it is an orphan", () -> !child.process().isAlive());
        assertThat(Await.isAlive(child.redisPid())).isTrue();

        try (EmbeddedRedis redis =
                EmbeddedRedis.start(directory.resolve("redis"), child.redisPort(), "", 0)) {
            assertThat(Await.isAlive(child.redisPid())).isFalse();
            assertThat(Keys.ask(redis.port(), commands -> commands.get("k"))).isEqualTo("v");
        }
    }

    @Test
    void keepsRedisThroughCtrlCUntilTheDrainIsOver() throws Exception {
        EmbeddedChild.Running child = EmbeddedChild.run(directory, "full");

        child.signalGroup("INT");

        assertThat(child.output().readAllAsString()).contains("drain redis=true", "closed");
        assertThat(child.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Await.isAlive(child.redisPid())).isFalse();
        assertThat(LoopbackPort.isTaken(child.redisPort())).isFalse();
    }

    @Test
    void leavesNoRedisBehindWhereCtrlCReachesItToo() throws Exception {
        EmbeddedChild.Running child = EmbeddedChild.run(directory, "none");

        child.signalGroup("INT");

        assertThat(child.output().readAllAsString()).contains("closed");
        assertThat(child.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        String home = directory.toRealPath().toString();
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> process.info().command().orElse("").startsWith(home));
    }

    @Test
    void endsWithinFiveSecondsOfASigterm() throws Exception {
        EmbeddedChild.Running child = EmbeddedChild.run(directory, "full");
        long begun = System.nanoTime();

        child.process().destroy();

        assertThat(child.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(Await.isAlive(child.redisPid())).isFalse();
        assertThat(directory.resolve("redis/redis.pid")).doesNotExist();
    }

    @Test
    void refusesADirectoryThatAnotherProcessHolds() throws Exception {
        EmbeddedChild.Running child = EmbeddedChild.run(directory, "full");
        try {
            assertThatThrownBy(() -> DataDirectory.open(directory))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("DATA_DIR is in use by another newspulse");
        } finally {
            child.process().destroyForcibly().waitFor();
        }
        DataDirectory.open(directory).close();
    }

    @Test
    void letsAStrangerLiveThatGotTheProcessId() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path home = Files.createDirectories(directory.resolve("redis"));
            Files.writeString(home.resolve("redis.pid"), stranger.pid() + "\n");
            try (EmbeddedRedis redis = EmbeddedRedis.start(home, 0, "", 0)) {
                assertThat(redis.pid()).isNotEqualTo(stranger.pid());
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
