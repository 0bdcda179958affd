package newspulse.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.producer.BackgroundSource;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.Receipt;
import newspulse.producer.RememberingOutbox;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class ReplaySourceTest {
    @TempDir private Path folder;

    private final RememberingOutbox outbox = new RememberingOutbox();
    private final VirtualTime time = new VirtualTime();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Long> tooLong = new ArrayList<>();

    @Test
    void handsOverEveryLineAsItIsAndCountsWhatBecameOfIt() throws Exception {
        Path file =
                file(
                        "{\"id\":\"a\"}\n{\"id\":\"a\"}\n\ninvalid \u0001\n"
                                + "x".repeat(2 << 20)
                                + "\n{\"id\":\"b\"}");
        ReplaySummary summary = source(file, OptionalDouble.empty(), false).run();
        assertThat(summary).isEqualTo(new ReplaySummary(5, 1, new Receipt(2, 1, 1)));
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(outbox.ids()).containsExactly("{\"id\":\"a\"}", "{\"id\":\"b\"}");
        assertThat(tooLong).containsExactly(5L);
        assertThat(registry.get("news.fetched").tag("source_kind", "replay").counter().count())
                .isEqualTo(4);
    }

    @Test
    void losesNothingWhileTheBrokerIsAway() throws Exception {
        outbox.beAwayFor(3);
        Path file = file(lines(1_203));
        ReplaySummary summary = source(file, OptionalDouble.empty(), false).run();
        assertThat(summary.receipt()).isEqualTo(new Receipt(1_203, 0, 0));
        assertThat(outbox.ids()).hasSize(1_203).doesNotHaveDuplicates();
    }

    @Test
    void keepsToTheRate() throws Exception {
        ReplaySummary summary = source(file(lines(1_001)), OptionalDouble.of(100), false).run();
        assertThat(summary.receipt().accepted()).isEqualTo(1_001);
        Duration took = Duration.between(VirtualTime.START, time.instant());
        assertThat(took).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_100));
        assertThat(outbox.batches()).allMatch(size -> size <= 5);
        assertThat(time.sleeps()).allMatch(sleep -> sleep.toMillis() <= 60);
    }

    @Test
    void reachesFiftyThousandASecond() throws Exception {
        ReplaySummary summary = source(file(lines(50_000)), OptionalDouble.of(50_000), false).run();
        assertThat(summary.lines()).isEqualTo(50_000);
        Duration took = Duration.between(VirtualTime.START, time.instant());
        assertThat(took).isBetween(Duration.ofMillis(980), Duration.ofMillis(1_020));
    }

    @Test
    void playsAgainWithNewArticles() throws Exception {
        String article =
                "{\"id\":\"a\",\"url\":\"https://x.example/?q=1#top\",\"publishedAt\":\"2026-01-01\"}";
        Path file = file(article + "\nno json\n{\"url\":\"https://x.example/b\"}\n");
        var source = source(file, OptionalDouble.empty(), true);
        BackgroundSource running = BackgroundSource.start("replay", source::run);
        Eventually.holds("three passes", () -> outbox.ids().size() >= 7);
        assertThat(running.isRunning()).isTrue();
        running.close();
        assertThat(running.isRunning()).isFalse();
        assertThat(outbox.ids())
                .startsWith(
                        article,
                        "no json",
                        "{\"url\":\"https://x.example/b\"}",
                        "{\"id\":\"a~2\",\"url\":\"https://x.example/?q=1&pass=2#top\",\"publishedAt\":\"2026-01-01\"}",
                        "{\"url\":\"https://x.example/b?pass=2\"}",
                        "{\"id\":\"a~3\",\"url\":\"https://x.example/?q=1&pass=3#top\",\"publishedAt\":\"2026-01-01\"}",
                        "{\"url\":\"https://x.example/b?pass=3\"}");
    }

    @Test
    void endsWhenThereIsNothingToLoop() throws Exception {
        assertThat(source(file("\n\n"), OptionalDouble.empty(), true).run().lines()).isZero();
    }

    @Test
    void saysThatTheFileIsNotThere() {
        var source = source(folder.resolve("none"), OptionalDouble.empty(), false);
        assertThatThrownBy(source::run).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void catchesUpNoMoreThanASecond() {
        var pacer = new Pacer(10, VirtualTime.START);
        assertThat(pacer.untilDue(0, VirtualTime.START.plusSeconds(60))).isZero();
        assertThat(pacer.untilDue(10, VirtualTime.START.plusSeconds(60))).isZero();
        assertThat(pacer.untilDue(20, VirtualTime.START.plusSeconds(60)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    private ReplaySource source(Path file, OptionalDouble rate, boolean loop) {
        return new ReplaySource(
                new Replay(file, rate, loop),
                new Delivery(outbox, time),
                new FetchMetrics(registry),
                time,
                time,
                (line, _) -> tooLong.add(line));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("articles.ndjson"), content);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                .collect(Collectors.joining("\n"));
    }
}
