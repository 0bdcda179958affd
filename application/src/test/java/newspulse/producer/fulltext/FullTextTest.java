package newspulse.producer.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.model.Ingest;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.ScriptedServer;
import newspulse.producer.TestParts;
import newspulse.producer.VirtualTime;
import newspulse.producer.catalog.SourceCatalog;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class FullTextTest {
    private static final String SENTENCE =
            "The harbour of the town was closed for a week, said its mayor, while divers looked"
                    + " for what had been lost in the storm of last Sunday. ";
    private static final String STORY =
            "<p>"
                    + SENTENCE.repeat(3)
                    + "</p><p>Then it opened again. "
                    + SENTENCE.repeat(2)
                    + "</p>";
    private static final String PAGE =
            """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Harbour - The Paper</title>
            <script>var secret = "never shown";</script></head><body>
            <nav><ul><li><a href="/">Start</a></li><li><a href="/s">Sport</a></li></ul></nav>
            <aside class="sidebar"><h3>Most read</h3><a href="/x">Ten things about cheese</a></aside>
            <article><h1>Harbour</h1>%s</article>
            <div class="comments"><p>First!</p></div><footer>All rights reserved</footer>
            </body></html>
            """
                    .formatted(STORY);

    private final VirtualTime time = new VirtualTime();
    private final ScriptedServer server = new ScriptedServer();
    private final Downloader downloader =
            new Downloader(
                    "1",
                    new Downloader.Limits(Duration.ofSeconds(5), 1 << 23),
                    AllowList.of("127.0.0.1"),
                    time);
    private boolean allowed = true;
    private final FullText fullText = new FullText(downloader, _ -> allowed, time);

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void takesTheStoryFromThePageAndNothingAroundIt() throws InterruptedException {
        server.on("/1", MediaType.HTML_UTF_8, PAGE);
        ArticleDraft whole = only(draft("/1", "In short."));
        assertThat(whole.ingest().text()).isEqualTo(Ingest.Text.PAGE);
        assertThat(whole.content())
                .contains("The harbour of the town", "Then it opened again.")
                .doesNotContain("never shown", "cheese", "Sport", "First!", "rights reserved");
        assertThat(Intake.derivingIds().check(whole)).isInstanceOf(Intake.Admitted.class);
    }

    @Test
    void fetchesAPageOnceAndAgainOnlyWhenTheFeedSaysSomethingElse() throws InterruptedException {
        server.on("/1", MediaType.HTML_UTF_8, PAGE);
        String first = only(draft("/1", "In short.")).content();
        server.on("/1", MediaType.HTML_UTF_8, PAGE.replace("Sunday", "Monday"));
        assertThat(only(draft("/1", "In short.")).content()).isEqualTo(first);
        assertThat(server.requests()).hasSize(1);
        assertThat(only(draft("/1", "In other words.")).content()).contains("Monday");
    }

    @Test
    void keepsTheFeedsTextWhereThePageHasNoMore() throws InterruptedException {
        server.on("/1", MediaType.HTML_UTF_8, PAGE);
        String longer = SENTENCE.repeat(40);
        assertThat(only(draft("/1", longer)).content()).isEqualTo(longer);
        server.on("/2", MediaType.HTML_UTF_8, "<html><body><p>Log in to read this.</p></body>");
        assertKept("/2");
        server.on("/3", MediaType.PDF, "%PDF-1.7");
        assertKept("/3");
    }

    @Test
    void keepsTheFeedsTextWhereThePageCannotBeHadAndTriesAgainAFewTimes()
            throws InterruptedException {
        server.on("/1", _ -> HttpResponse.of(HttpStatus.INTERNAL_SERVER_ERROR));
        for (int round = 0; round < FullText.MOST_TRIES + 3; round++) {
            assertKept("/1");
        }
        assertThat(server.requests()).hasSize(FullText.MOST_TRIES);
    }

    @Test
    void fetchesNothingThatTheHostForbids() throws InterruptedException {
        server.on("/1", MediaType.HTML_UTF_8, PAGE);
        allowed = false;
        assertKept("/1");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void fetchesNothingFromInside() throws InterruptedException {
        server.on("/1", MediaType.HTML_UTF_8, PAGE);
        try (var strict =
                new Downloader(
                        "1",
                        new Downloader.Limits(Duration.ofSeconds(5), 1 << 20),
                        AllowList.none(),
                        time)) {
            var texts = new FullText(strict, _ -> true, time);
            assertThat(texts.of(List.of(draft("/1", "x"))).getFirst().ingest().text())
                    .isEqualTo(Ingest.Text.FEED);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void leavesSomePagesForTheNextRound() throws InterruptedException {
        List<ArticleDraft> drafts = new ArrayList<>();
        for (int i = 0; i < FullText.MOST_PAGES + 5; i++) {
            server.on("/" + i, MediaType.HTML_UTF_8, PAGE);
            drafts.add(draft("/" + i, "In short."));
        }
        fullText.of(drafts);
        assertThat(server.requests()).hasSize(FullText.MOST_PAGES);
        assertThat(fullText.of(drafts))
                .allMatch(draft -> draft.ingest().text() == Ingest.Text.PAGE);
        assertThat(time.sleeps()).hasSize(FullText.MOST_PAGES - 1 + 4);
    }

    @Test
    void readsPagesInTheCharsetTheyAreIn() throws InterruptedException {
        String korean = "항구는 한 주 동안 닫혔다고 시장이 말했다, 그리고 다시 열렸다. ".repeat(20);
        String page = "<html><head></head><body><article><p>" + korean + "</p></article></body>";
        byte[] bytes = page.getBytes(Charset.forName("x-windows-949"));
        MediaType type = MediaType.parse("text/html; charset=euc-kr");
        server.on("/1", _ -> HttpResponse.of(HttpStatus.OK, type, HttpData.wrap(bytes)));
        assertThat(only(draft("/1", "짧게.")).content()).contains("항구는 한 주 동안");
    }

    @Test
    void isOffUnlessTheListAsksForIt() throws InterruptedException {
        server.on("/1", MediaType.HTML_UTF_8, PAGE);
        server.on(
                "/feed",
                MediaType.XML_UTF_8,
                "<rss><channel><item><title>A title of a story</title><link>/1</link>"
                        + "<description>In short.</description></item></channel></rss>");
        assertThat(fetched("").ingest().text()).isNull();
        assertThat(fetched(", full_text: true").ingest().text()).isEqualTo(Ingest.Text.PAGE);
    }

    @Test
    @Timeout(60)
    void noPageHangsOrThrows() {
        int length = 3 * 1024 * 1024;
        for (String piece :
                List.of(
                        "<div>",
                        "<p>a, b<br>",
                        "<table><tr><td>",
                        "<a href='x'>y, z</a>",
                        "<p>",
                        "</p>",
                        "<b><i>",
                        "a, ",
                        "<!--",
                        "<div class='comment'>x",
                        "&nbsp;",
                        "<br>")) {
            byte[] page =
                    ("<html><body>" + piece.repeat(length / piece.length()))
                            .getBytes(StandardCharsets.UTF_8);
            String text = PageReader.text(page, null, URI.create("https://p.example/"));
            assertThat(text == null || text.length() <= length).isTrue();
        }
    }

    private void assertKept(String path) throws InterruptedException {
        ArticleDraft kept = only(draft(path, "In short."));
        assertThat(kept.content()).isEqualTo("In short.");
        assertThat(kept.ingest().text()).isEqualTo(Ingest.Text.FEED);
    }

    private ArticleDraft only(ArticleDraft draft) throws InterruptedException {
        return fullText.of(List.of(draft)).getFirst();
    }

    private ArticleDraft fetched(String more) throws InterruptedException {
        String yaml =
                "sources:\n  - {name: Paper, url: \"%s\"%s}\n"
                        .formatted(server.address("/feed"), more);
        var source =
                (PolledSource)
                        SourceCatalog.parse(yaml, "test")
                                .enabled()
                                .getFirst()
                                .open(TestParts.of(downloader, time));
        return ((Fetched.Articles) source.fetch()).drafts().getFirst();
    }

    private ArticleDraft draft(String path, String content) {
        return ArticleDraft.of("Paper", "A title of a story", server.address(path), "2026-01-01")
                .withContent(content, Ingest.NOTHING);
    }
}
