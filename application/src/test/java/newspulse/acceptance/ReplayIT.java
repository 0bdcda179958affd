package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.SharedData;
import newspulse.intake.Intake;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Real articles in large number: nothing lost, nothing twice, whether it is played again or killed
/// in the middle.
@Timeout(400)
final class ReplayIT {
    /// Slow enough that the file is not through when a tenth of it is stored.
    private static final String RATE = "1000";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern DONE =
            Pattern.compile("Replayed .*: (\\d+) lines, (\\d+) accepted");

    @TempDir Path directory;

    private final Path file = SharedData.require("stream/articles.ndjson");
    private final Set<String> valid = new HashSet<>();
    private int invalid;

    @BeforeEach
    void readTheFile() throws Exception {
        Intake intake = Intake.derivingIds();
        for (String line : Files.readAllLines(file)) {
            switch (intake.read(line.getBytes(StandardCharsets.UTF_8))) {
                case Intake.Admitted(var article) -> valid.add(article.id());
                case Intake.Refused _ -> invalid++;
            }
        }
    }

    @Test
    void storesEveryValidArticleOnceHoweverOftenItIsPlayed() throws Exception {
        try (AllInOne first = play()) {
            awaitEverything(first);
        }
        try (AllInOne second = play()) {
            awaitPlayed(second);
            awaitEverything(second);
            assertThat(Observers.records(second.bootstrapServers(), "analyzed_news"))
                    .hasSize(valid.size());
        }
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledInTheMiddle() throws Exception {
        AllInOne killed =
                AllInOne.start(directory, "up", "--replay", file.toString(), "--rate", RATE);
        Observers.await(
                "some are stored",
                PATIENCE,
                () -> Observers.stored(killed.redisPort()).size() > valid.size() / 10);
        killed.process().kill();
        assertThat(killed.process().log()).doesNotContain("Replayed ");
        try (AllInOne again = play()) {
            awaitPlayed(again);
            awaitEverything(again);
            assertThat(Observers.records(again.bootstrapServers(), "analyzed_news"))
                    .hasSize(valid.size());
        }
    }

    private AllInOne play() throws Exception {
        return AllInOne.start(directory, "up", "--replay", file.toString());
    }

    private void awaitEverything(AllInOne system) throws InterruptedException {
        Observers.await(
                "every valid article is in Redis",
                PATIENCE,
                () -> Observers.stored(system.redisPort()).size() >= valid.size());
        assertThat(Observers.stored(system.redisPort())).isEqualTo(valid);
    }

    private void awaitPlayed(AllInOne system) throws Exception {
        Observers.await(
                "the file was played",
                PATIENCE,
                () -> {
                    Matcher done = DONE.matcher(logOf(system));
                    return done.find() && Integer.parseInt(done.group(1)) == valid.size() + invalid;
                });
    }

    private static String logOf(AllInOne system) {
        try {
            return system.process().log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
