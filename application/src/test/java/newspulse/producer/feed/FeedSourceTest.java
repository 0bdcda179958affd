package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.model.Article;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.ScriptedServer;
import newspulse.producer.VirtualTime;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

final class FeedSourceTest {
    private static final MediaType RSS = MediaType.parse("application/rss+xml; charset=utf-8");
    private static final String ETAG = "W/\"odd, but \\ theirs\"";
    private static final String DATE = "Tue, 10 Jun 2003 04:00:00 GMT";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedServer server = new ScriptedServer();
    private final Downloader downloader =
            new Downloader(
                    "1",
                    new Downloader.Limits(Duration.ofSeconds(5), 1 << 20),
                    AllowList.of("127.0.0.1"),
                    time);
    private final FeedSource source = feedOf("world");

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void givesArticlesOfThePublisherWithAbsoluteAddresses() throws InterruptedException {
        server.on("/feed", RSS, feed(item("A first story", "/1", "Text.")));
        ArticleDraft draft = only(source.fetch());
        assertThat(draft.sourceName()).isEqualTo("The Paper");
        assertThat(draft.category()).isEqualTo("world");
        assertThat(draft.url()).isEqualTo(server.address("/1"));
        assertThat(draft.id()).isNull();
        assertThat(draft.sample()).isFalse();
    }

    @Test
    void asksOnlyForWhatChangedWithTheValidatorsExactlyAsGiven() throws InterruptedException {
        server.on("/feed", FeedSourceTest::conditional);
        assertThat(source.fetch()).isInstanceOf(Fetched.Articles.class);
        assertThat(source.fetch()).isInstanceOf(Fetched.Unchanged.class);
        assertThat(server.requests().getLast().get(HttpHeaderNames.IF_NONE_MATCH)).isEqualTo(ETAG);
        assertThat(server.requests().getLast().get(HttpHeaderNames.IF_MODIFIED_SINCE))
                .isEqualTo(DATE);
    }

    private static HttpResponse conditional(AggregatedHttpRequest request) {
        ResponseHeaders headers =
                ResponseHeaders.builder(HttpStatus.OK)
                        .contentType(RSS)
                        .set(HttpHeaderNames.ETAG, ETAG)
                        .set(HttpHeaderNames.LAST_MODIFIED, DATE)
                        .build();
        return request.headers().contains(HttpHeaderNames.IF_NONE_MATCH)
                ? HttpResponse.of(HttpStatus.NOT_MODIFIED)
                : HttpResponse.of(headers, HttpData.ofUtf8(feed(item("A story here", "/1", "x"))));
    }

    @Test
    void saysOnTheArticleWhatWasMended() throws InterruptedException {
        server.on("/feed", RSS, feed(item("A &lt;b&gt;bold&lt;/b&gt; story & more", "/1", "x")));
        assertThat(only(source.fetch()).ingest().repairs())
                .containsExactly(
                        "ampersands",
                        "date_missing",
                        "guid_missing",
                        "link_relative",
                        "title_markup");
    }

    @Test
    void keepsTheIdOfAnArticleWhoseAddressOrTitleChanges() throws InterruptedException {
        String guid =
                "<item><guid isPermaLink='false'>story-4711</guid><link>/%s</link><title>%s</title></item>";
        server.on("/feed", RSS, feed(guid.formatted("1", "A story here")));
        ArticleDraft first = only(source.fetch());
        server.on("/feed", RSS, feed(guid.formatted("2", "Another story here")));
        ArticleDraft second = only(source.fetch());
        assertThat(first.id()).isNotNull().isEqualTo(second.id());
    }

    @Test
    void asksAFeedThatHasMovedForGoodAtItsNewAddress() throws InterruptedException {
        server.on("/feed", _ -> moved(HttpStatus.MOVED_PERMANENTLY, "/second"));
        server.on("/second", _ -> moved(HttpStatus.valueOf(308), "/third"));
        server.on("/third", _ -> moved(HttpStatus.FOUND, "/now"));
        server.on("/now", RSS, feed(item("A story here", "/1", "x")));
        assertThat(source.fetch()).isInstanceOf(Fetched.Articles.class);
        assertThat(source.fetch()).isInstanceOf(Fetched.Articles.class);
        assertThat(server.requests())
                .extracting(RequestHeaders::path)
                .containsExactly("/feed", "/second", "/third", "/now", "/third", "/now");
    }

    private static HttpResponse moved(HttpStatus status, String to) {
        return HttpResponse.of(ResponseHeaders.of(status, HttpHeaderNames.LOCATION, to));
    }

    @Test
    void saysThatAFeedIsGone() throws InterruptedException {
        server.on("/feed", _ -> HttpResponse.of(HttpStatus.GONE));
        var gone = (Fetched.Gone) source.fetch();
        assertThat(gone.failure().code()).isEqualTo(FailureCode.SOURCE_REFUSED);
        assertThat(gone.failure().detail()).contains("410");
    }

    @Test
    void knowsAfterARestartWhereAFeedHasMovedAndWhatItHas() throws InterruptedException {
        server.on("/feed", _ -> moved(HttpStatus.MOVED_PERMANENTLY, "/now"));
        server.on("/now", FeedSourceTest::conditional);
        assertThat(source.fetch()).isInstanceOf(Fetched.Articles.class);
        FeedSource restarted = feedOf("world");
        assertThat(restarted.recall(source.learnt())).isTrue();
        assertThat(restarted.fetch()).isInstanceOf(Fetched.Unchanged.class);
        RequestHeaders last = server.requests().getLast();
        assertThat(last.path()).isEqualTo("/now");
        assertThat(last.get(HttpHeaderNames.IF_NONE_MATCH)).isEqualTo(ETAG);
        assertThat(last.get(HttpHeaderNames.IF_MODIFIED_SINCE)).isEqualTo(DATE);
    }

    @Test
    void forgetsWhatWasLearntOfAFeedThatStandsOtherwiseInTheList() throws InterruptedException {
        server.on("/feed", FeedSourceTest::conditional);
        source.fetch();
        FeedSource changed = feedOf("business");
        assertThat(changed.recall(source.learnt())).isFalse();
        assertThat(changed.fetch()).isInstanceOf(Fetched.Articles.class);
    }

    @Test
    void learnsWhereAFeedHasMovedThoughItIsTheSame() throws InterruptedException {
        server.on("/feed", FeedSourceTest::conditional);
        source.fetch();
        server.on("/feed", _ -> moved(HttpStatus.MOVED_PERMANENTLY, "/now"));
        server.on("/now", _ -> HttpResponse.of(HttpStatus.NOT_MODIFIED));
        assertThat(source.fetch()).isInstanceOf(Fetched.Unchanged.class);
        assertThat(source.learnt()).containsEntry("address", server.address("/now"));
        assertThat(source.group()).isEqualTo("127.0.0.1");
    }

    @Test
    void tellsHowLongAnAnswerStaysGood() throws InterruptedException {
        server.on("/feed", RSS, feed("<ttl>45</ttl>" + item("A story here", "/1", "x")));
        assertThat(((Fetched.Articles) source.fetch()).freshFor()).hasMinutes(45);
        server.on("/feed", _ -> fresh(HttpStatus.OK, 3_600));
        assertThat(((Fetched.Articles) source.fetch()).freshFor()).hasMinutes(60);
        server.on("/feed", _ -> fresh(HttpStatus.NOT_MODIFIED, 600));
        assertThat(((Fetched.Unchanged) source.fetch()).freshFor()).hasMinutes(10);
    }

    private static HttpResponse fresh(HttpStatus status, int seconds) {
        ResponseHeaders headers =
                ResponseHeaders.builder(status)
                        .contentType(RSS)
                        .set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=" + seconds)
                        .build();
        return status.equals(HttpStatus.NOT_MODIFIED)
                ? HttpResponse.of(headers)
                : HttpResponse.of(headers, HttpData.ofUtf8(feed(item("A story", "/1", "x"))));
    }

    @Test
    void followsAPageToTheFeedThatItNames() throws InterruptedException {
        server.on(
                "/feed",
                MediaType.HTML_UTF_8,
                "<html><head><link rel=alternate type=application/rss+xml href=/real></head></html>");
        server.on("/real", RSS, feed(item("A story here", "/1", "x")));
        assertThat(only(source.fetch()).title()).isEqualTo("A story here");
    }

    @Test
    void shortensALongArticleUntilItIsValid() throws InterruptedException {
        String body = "&lt;p&gt;Fish &amp;amp; chips cost 1 &amp;lt; 2 crowns. &lt;/p&gt;";
        server.on("/feed", RSS, feed(item("A long story", "/1", body.repeat(2_000))));
        ArticleDraft draft = only(source.fetch());
        assertThat(draft.description()).hasSizeLessThanOrEqualTo(Article.MAX_DESCRIPTION);
        assertThat(draft.content())
                .hasSizeBetween(Article.MAX_CONTENT - 100, Article.MAX_CONTENT)
                .endsWith("…");
        var admitted = (Intake.Admitted) Intake.derivingIds().check(draft);
        assertThat(admitted.article().content())
                .startsWith("Fish & chips cost 1 < 2 crowns. Fish & chips");
    }

    @Test
    void keepsTheTimeAtWhichItFirstSawAnUndatedEntry() throws InterruptedException {
        server.on("/feed", RSS, feed(item("A story here", "/1", "x")));
        ArticleDraft first = only(source.fetch());
        time.advance(Duration.ofHours(1));
        ArticleDraft second = only(source.fetch());
        assertThat(first.publishedAt()).isEqualTo(VirtualTime.START.toString());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void skipsAndCountsEntriesWithoutAddressOrText() throws InterruptedException {
        String items =
                item("A story here", "/1", "x")
                        + "<item><title>No address</title></item>"
                        + "<item><link>/3</link></item>"
                        + "<item><link>/4</link><description>Only a text</description></item>";
        server.on("/feed", RSS, feed(items));
        var articles = (Fetched.Articles) source.fetch();
        assertThat(articles.skipped()).isEqualTo(2);
        assertThat(articles.drafts())
                .extracting(ArticleDraft::title)
                .containsExactly("A story here", "Only a text");
    }

    @Test
    void lengthensATitleThatIsTooShortForAnArticle() throws InterruptedException {
        server.on("/feed", RSS, feed(item("속보", "/1", "새벽항 앞바다에서 여객선 화재") + item("a", "/2", "b")));
        var articles = (Fetched.Articles) source.fetch();
        assertThat(articles.drafts())
                .extracting(ArticleDraft::title)
                .containsExactly("속보 - 새벽항 앞바다에서 여객선 화재");
        assertThat(articles.skipped()).isEqualTo(1);
    }

    @Test
    void tellsTroubleApart() throws InterruptedException {
        assertThat(broken().failure().code()).isEqualTo(FailureCode.SOURCE_REFUSED);
        server.on("/feed", _ -> HttpResponse.of(HttpStatus.BAD_GATEWAY));
        assertThat(broken().failure().code()).isEqualTo(FailureCode.SOURCE_UNREACHABLE);
        server.on("/feed", MediaType.HTML_UTF_8, "<html>Welcome to this network</html>");
        assertThat(broken().failure().code()).isEqualTo(FailureCode.SOURCE_UNREADABLE);
        server.on("/feed", _ -> busy());
        assertThat(broken().failure().code()).isEqualTo(FailureCode.OVERLOADED);
        assertThat(broken().retryAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    private static HttpResponse busy() {
        return HttpResponse.of(
                ResponseHeaders.of(
                        HttpStatus.TOO_MANY_REQUESTS, HttpHeaderNames.RETRY_AFTER, "90"));
    }

    private FeedSource feedOf(String category) {
        URI address = URI.create(server.address("/feed"));
        var spec = new FeedSpec("Paper World", "The Paper", address, category, "en", true);
        return new FeedSource(spec, downloader, time);
    }

    private Fetched.Broken broken() throws InterruptedException {
        return (Fetched.Broken) source.fetch();
    }

    private static ArticleDraft only(Fetched fetched) {
        return ((Fetched.Articles) fetched).drafts().getFirst();
    }

    private static String item(String title, String link, String description) {
        return "<item><title>%s</title><link>%s</link><description>%s</description></item>"
                .formatted(title, link, description);
    }

    private static String feed(String items) {
        return "<rss version='2.0'><channel>" + items + "</channel></rss>";
    }
}
