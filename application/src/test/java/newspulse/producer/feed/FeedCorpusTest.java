package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.SharedData;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The test documents of four other feed readers, where they are at hand.
final class FeedCorpusTest {
    /// What has an entry in plain ASCII and the root of a feed ought to give entries.
    private static final Pattern ENTRY = Pattern.compile("<(\\w+:)?(item|entry)[\\s>/]");

    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?(rss|RDF|feed|channel)[\\s>]");

    @Test
    void readsWhatOtherReadersAreTestedWith() throws IOException {
        Path feeds = SharedData.require("feeds");
        Map<String, Count> counts = new TreeMap<>();
        List<Path> missed = new ArrayList<>();
        for (Path file : files(feeds)) {
            byte[] bytes = Files.readAllBytes(file);
            FeedContext context =
                    FeedContext.of(URI.create("http://example.com/test/"), null, "en");
            FeedReading reading = FeedReader.read(bytes, context);
            int entries = reading instanceof FeedReading.Feed feed ? feed.entries().size() : 0;
            String text = FeedCharset.decode(bytes, context);
            boolean expected = ENTRY.matcher(text).find() && ROOT.matcher(text).find();
            if (expected && entries == 0) {
                missed.add(file);
            }
            counts.merge(
                    feeds.relativize(file).getName(0).toString(),
                    new Count(1, expected ? 1 : 0, expected && entries > 0 ? 1 : 0, entries),
                    Count::plus);
        }
        counts.forEach((corpus, count) -> System.out.println(corpus + ": " + count));
        missed.forEach(file -> System.out.println("no entries: " + feeds.relativize(file)));
        Count all = counts.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
        assertThat(all.files()).isGreaterThan(3_000);
        assertThat(all.read()).isGreaterThanOrEqualTo((int) (all.expected() * 0.995));
    }

    private record Count(int files, int expected, int read, int entries) {
        Count plus(Count other) {
            return new Count(
                    files + other.files,
                    expected + other.expected,
                    read + other.read,
                    entries + other.entries);
        }
    }

    private static List<Path> files(Path feeds) throws IOException {
        try (Stream<Path> all = Files.walk(feeds)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(xml|rss|json)"))
                    .sorted()
                    .toList();
        }
    }
}
