package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.SharedData;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The test documents of four other feed readers, where they are at hand, against what those
/// readers expect of them.
final class FeedCorpusTest {
    private static final URI BASE = URI.create("http://127.0.0.1:8097/tests/feed.xml");
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Path TABLE = Path.of("../docs/feeds.md");
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("Header:\\s*Content-type:\\s*(\\S.*)");

    @Test
    void agreesWithWhatOtherReadersExpect() throws IOException {
        Path feeds = SharedData.require("feeds");
        Map<String, CorpusCount> counts = new TreeMap<>();
        List<String> slow = new ArrayList<>();
        for (Path file : files(feeds)) {
            byte[] bytes = Files.readAllBytes(file);
            String corpus = feeds.relativize(file).getName(0).toString();
            String contentType = contentType(bytes);
            long start = System.nanoTime();
            FeedReading reading = FeedReader.read(bytes, FeedContext.of(BASE, contentType, "en"));
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                slow.add(feeds.relativize(file).toString());
            }
            boolean wellFormed = StrictXml.accepts(bytes);
            CorpusCount count = counts.computeIfAbsent(corpus, _ -> new CorpusCount());
            count.read(reading);
            for (Expectation expected : expectations(file, bytes)) {
                boolean met = expected.isMet(reading, BASE);
                count.compared(wellFormed, met);
                if (!met) {
                    System.out.printf(
                            "%s: %s, ours is %s%n",
                            feeds.relativize(file), expected, expected.ours(reading));
                }
            }
        }
        CorpusCount all = new CorpusCount();
        counts.values().forEach(all::add);
        counts.put("together", all);
        String table = CorpusCount.table(counts);
        System.out.print(table);
        if (Boolean.getBoolean("newspulse.write")) {
            write(table);
        }
        assertThat(slow).as("files that took longer than a second").isEmpty();
        assertThat(all.files()).isGreaterThan(2_800);
        assertThat(all.agreement(true)).isGreaterThanOrEqualTo(0.95);
        assertThat(all.agreement(false)).isGreaterThanOrEqualTo(0.90);
    }

    private static void write(String table) throws IOException {
        String page = Files.readString(TABLE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                TABLE, page.substring(0, from) + table + page.substring(page.indexOf(END)));
    }

    private static List<Expectation> expectations(Path file, byte[] bytes) throws IOException {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        for (String beside : List.of(stem + ".json", stem + "_expected.json")) {
            Path json = file.resolveSibling(beside);
            if (!beside.equals(name) && Files.exists(json)) {
                return Expectation.ofGofeed(Files.readAllBytes(json));
            }
        }
        return Expectation.ofFeedparser(bytes);
    }

    private static @Nullable String contentType(byte[] bytes) {
        Matcher matcher =
                CONTENT_TYPE.matcher(
                        new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", ""));
        return matcher.find() ? matcher.group(1).strip() : null;
    }

    private static List<Path> files(Path feeds) throws IOException {
        try (Stream<Path> all = Files.walk(feeds)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !isExpectation(file))
                    .filter(file ->
                            file.toString()
                                    .toLowerCase(Locale.ROOT)
                                    .matches(".*\\.(xml|rss|json|html)"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isExpectation(Path file) {
        String name = file.getFileName().toString();
        boolean beside =
                name.endsWith(".json")
                        && Files.exists(file.resolveSibling(name.replace(".json", ".xml")));
        return beside || name.endsWith("_expected.json");
    }
}
