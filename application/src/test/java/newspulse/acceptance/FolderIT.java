package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A watched folder under kill -9: each good line becomes one article, and each bad one exactly one
/// dead letter that says where it stood.
@Timeout(400)
final class FolderIT {
    private static final int LINES = 20_000;
    private static final int EACH_BAD = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path directory;

    @Test
    void takesEachLineOnceThoughItIsKilledInTheMiddle() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(
                directory.resolve("sources.yaml"),
                "sources:\n  - {name: Inbox, type: folder, path: inbox}\n");
        Path file = Files.writeString(folder.resolve("news.ndjson"), lines());
        AllInOne killed = AllInOne.start(directory, "up");
        Observers.await(
                "some were read", PATIENCE, () -> count(killed, "news_stream") > LINES / 20);
        killed.process().kill();
        Files.writeString(file, line(LINES + 1), StandardOpenOption.APPEND);
        try (AllInOne again = AllInOne.start(directory, "up")) {
            int bad = LINES / EACH_BAD;
            int good = LINES + 1 - bad;
            Observers.await(
                    "everything came through",
                    PATIENCE,
                    () ->
                            count(again, "analyzed_news") >= good
                                    && count(again, "news_dead_letter") >= bad);
            assertThat(count(again, "news_stream")).isEqualTo(LINES + 1);
            assertThat(count(again, "analyzed_news")).isEqualTo(good);
            List<ConsumerRecord<byte[], byte[]>> dead =
                    Observers.records(again.bootstrapServers(), "news_dead_letter");
            Set<String> where = new HashSet<>();
            for (ConsumerRecord<byte[], byte[]> letter : dead) {
                assertThat(header(letter, "newspulse.code")).isEqualTo("malformed_json");
                assertThat(header(letter, "source.file")).isEqualTo("news.ndjson");
                where.add(header(letter, "source.line"));
            }
            assertThat(dead).hasSize(bad);
            assertThat(where).hasSize(bad).contains("100", "20000");
        }
    }

    private static int count(AllInOne system, String topic) {
        return Observers.records(system.bootstrapServers(), topic).size();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String lines() {
        var lines = new StringBuilder();
        for (int i = 1; i <= LINES; i++) {
            lines.append(i % EACH_BAD == 0 ? "{\"title\": cut\n" : line(i));
        }
        return lines.toString();
    }

    private static String line(int number) {
        return """
        {"id":"n%d","source":{"name":"Paper"},"title":"Story number %d of the day",\
        "url":"https://paper.example/%d","publishedAt":"2026-01-01T00:00:00Z"}
        """
                .formatted(number, number, number);
    }
}
