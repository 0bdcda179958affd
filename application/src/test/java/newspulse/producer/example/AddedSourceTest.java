package newspulse.producer.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.MediaType;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.ScriptedServer;
import newspulse.producer.SourceType;
import newspulse.producer.TestParts;
import newspulse.producer.VirtualTime;
import newspulse.producer.catalog.SourceCatalog;
import newspulse.producer.catalog.SourceTypes;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A type of source is one class and one line: what docs/feeds.md shows is this class, and it
/// works.
final class AddedSourceTest {
    private static final Path PAGE = Path.of("../docs/feeds.md");
    private static final Path CLASS =
            Path.of("src/test/java/newspulse/producer/example/HeadlineList.java");
    private static final String BEGIN = "<!-- added source: begin -->\n```java\n";
    private static final String END = "```\n<!-- added source: end -->\n";

    @Test
    void theClassInTheDocumentationIsThisOneInUnderFiftyLines() throws IOException {
        String shown = Files.readString(CLASS);
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(shown.lines().count()).isLessThan(50);
        if (Boolean.getBoolean("newspulse.write")) {
            Files.writeString(PAGE, page.substring(0, from) + shown + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(shown);
        }
    }

    @Test
    void isReadFromTheListAndBringsArticles() throws InterruptedException {
        var limits = new Downloader.Limits(Duration.ofSeconds(5), 1 << 20);
        var time = new VirtualTime();
        try (var server = new ScriptedServer();
                var downloader = new Downloader("1", limits, AllowList.of("127.0.0.1"), time)) {
            server.on(
                    "/list",
                    MediaType.PLAIN_TEXT_UTF_8,
                    """
                    2026-01-02T03:04:05Z	Harbour opens its new lock	https://paper.example/1
                    no article
                    """);
            String yaml =
                    "sources:\n  - {name: Wire, type: headlines, url: \"%s\"}\n"
                            .formatted(server.address("/list"));
            List<SourceType> types = new ArrayList<>(SourceTypes.ALL);
            types.add(HeadlineList.TYPE);
            var spec = SourceCatalog.parse(yaml, "test", types).enabled().getFirst();
            var source = (PolledSource) spec.open(TestParts.of(downloader, time));
            var articles = (Fetched.Articles) source.fetch();
            ArticleDraft only = articles.drafts().getFirst();
            assertThat(articles.drafts()).hasSize(1);
            assertThat(Intake.derivingIds().check(only)).isInstanceOf(Intake.Admitted.class);
            assertThat(only.sourceName()).isEqualTo("Wire");
        }
    }
}
