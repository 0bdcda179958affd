package newspulse.app;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.producer.catalog.FeedCatalog;
import newspulse.producer.catalog.FeedSpec;
import newspulse.producer.feed.FeedInspection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

final class SourcesCommandTest {
    private static final String FEED =
            """
            <rss><channel><title>All the news</title>
            <item><title>A & B sign a treaty</title><link>/1</link><guid>story-4711</guid>
            <pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate></item>
            <item><title>No address at all</title></item></channel></rss>
            """;

    @TempDir private Path folder;

    @Test
    void showsWhatAFeedWouldBringWhatIsMendedAndWhyNot() {
        var spec =
                new FeedSpec("c", "c", URI.create("https://news.example/feed"), null, "en", true);
        String table =
                InspectionTable.of(
                        "feed",
                        FeedInspection.of(
                                FEED.getBytes(StandardCharsets.UTF_8), spec, null, Instant.EPOCH));
        assertThat(table)
                .contains("RSS: All the news")
                .contains("2 entries, 1 would become articles")
                .contains("mended in the document: ampersands")
                .contains("2003-06-10T04:00:00Z")
                .contains("A & B sign a treaty")
                .contains("ampersands, link_relative")
                .contains("https://news.example/1")
                .contains("left out: it has no address");
    }

    @Test
    void tellsByItsExitCodeWhetherAFileBringsAnything() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.xml"), FEED);
        Path other = Files.writeString(folder.resolve("other.txt"), "hello");
        assertThat(run("check", feed.toString())).isEqualTo(Launch.OK);
        assertThat(run("check", other.toString())).isEqualTo(1);
        assertThat(run("check", folder.resolve("none").toString())).isEqualTo(Launch.MISCONFIGURED);
    }

    @Test
    void importsAListOnceAndKeepsWhatIsThere() throws IOException {
        Path opml =
                Files.writeString(
                        folder.resolve("list.opml"),
                        """
                        <opml><body><outline text="World">
                        <outline text="A &quot;B&quot;" xmlUrl="https://a.example/feed"/>
                        <outline text="Old" xmlUrl="https://b.example/feed"/></outline></body></opml>
                        """);
        Path sources =
                Files.writeString(
                        folder.resolve("sources.yaml"),
                        "# mine\nsources:\n  - {name: Old, url: \"https://old.example/\"}\n");
        String[] command = {"import", opml.toString(), "--into", sources.toString()};
        assertThat(run(command)).isEqualTo(Launch.OK);
        String once = Files.readString(sources);
        assertThat(run(command)).isEqualTo(Launch.OK);
        assertThat(Files.readString(sources)).isEqualTo(once).startsWith("# mine\n");
        List<FeedSpec> feeds = FeedCatalog.load(sources).feeds();
        assertThat(feeds).extracting(FeedSpec::name).containsExactly("Old", "A \"B\"", "Old 2");
        assertThat(feeds.getLast().category()).isEqualTo("World");
    }

    private static int run(String... arguments) {
        return new CommandLine(new SourcesCommand()).execute(arguments);
    }
}
