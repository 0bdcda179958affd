package newspulse.producer.newsapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.NewsApiConfig;
import newspulse.producer.ScriptedServer;
import newspulse.producer.VirtualTime;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Against a server that speaks as newsapi.org does, and as it should not.
final class NewsApiSourceTest {
    private static final String PATH = "/v2/top-headlines";
    private static final String KEY = "0123456789abcdef";

    private final VirtualTime time = new VirtualTime();
    private final RequestCounter counter = RequestCounter.inMemory();
    private final ScriptedServer server = new ScriptedServer();
    private final Downloader downloader =
            new Downloader(
                    "1",
                    new Downloader.Limits(Duration.ofSeconds(1), 1 << 20),
                    AllowList.of("127.0.0.1"),
                    time);

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void asksForTheHeadlinesWithTheKeyInAHeaderOnly() throws InterruptedException {
        serve(3);
        var articles = (Fetched.Articles) source(20, 1, 100).fetch();
        RequestHeaders asked = server.requests().getFirst();
        assertThat(asked.get("x-api-key")).isEqualTo(KEY);
        assertThat(asked.path())
                .isEqualTo(PATH + "?country=us&category=technology&pageSize=20&page=1");
        assertThat(articles.drafts()).hasSize(3);
        assertThat(articles.drafts())
                .allMatch(draft -> Intake.derivingIds().check(draft) instanceof Intake.Admitted);
        ArticleDraft first = articles.drafts().getFirst();
        assertThat(first.sourceId()).isEqualTo("the-paper");
        assertThat(first.content()).isEqualTo("Content that was cut…");
        assertThat(first.category()).isEqualTo("technology");
    }

    @Test
    void turnsPagesUntilAllResultsAreThere() throws InterruptedException {
        serve(45);
        var articles = (Fetched.Articles) source(20, 10, 100).fetch();
        assertThat(articles.drafts())
                .extracting(ArticleDraft::url)
                .hasSize(45)
                .doesNotHaveDuplicates();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void turnsNoMorePagesThanAllowed() throws InterruptedException {
        serve(450);
        assertThat(((Fetched.Articles) source(20, 2, 100).fetch()).drafts()).hasSize(40);
    }

    @Test
    void stopsWhereThePlanAllowsNoFurtherPage() throws InterruptedException {
        server.on(
                PATH,
                request ->
                        page(request) <= 2
                                ? headlines(request, 1_000)
                                : error(426, "maximumResultsReached", "Upgrade"));
        var articles = (Fetched.Articles) source(20, 10, 100).fetch();
        assertThat(articles.drafts()).hasSize(40);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void skipsAndCountsArticlesThatWereRemoved() throws InterruptedException {
        String removed =
                """
                {"source":{"id":null,"name":"[Removed]"},"author":null,"title":"[Removed]",
                 "description":"[Removed]","url":"https://removed.com","urlToImage":null,
                 "publishedAt":"1970-01-01T00:00:00Z","content":"[Removed]"}\
                """;
        serveText(
                "{\"status\":\"ok\",\"totalResults\":2,\"articles\":[%s,%s]}"
                        .formatted(removed, article(1)));
        var articles = (Fetched.Articles) source(20, 1, 100).fetch();
        assertThat(articles.drafts()).hasSize(1);
        assertThat(articles.skipped()).isEqualTo(1);
    }

    @Test
    void doesNotHammerWithAKeyThatIsNotAccepted() throws InterruptedException {
        server.on(PATH, _ -> error(401, "apiKeyInvalid", "Your API key " + KEY + " is invalid."));
        Fetched.Broken broken = broken();
        assertThat(broken.failure().code()).isEqualTo(FailureCode.SOURCE_REFUSED);
        assertThat(broken.failure().detail()).contains("NEWS_API_KEY").doesNotContain(KEY);
        assertThat(broken.retryAfter()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void waitsAsLongAsItIsToldWhenItAsksTooOften() throws InterruptedException {
        server.on(
                PATH,
                _ ->
                        HttpResponse.of(
                                ResponseHeaders.of(
                                        HttpStatus.TOO_MANY_REQUESTS,
                                        HttpHeaderNames.RETRY_AFTER,
                                        "3600"),
                                HttpData.ofUtf8(
                                        "{\"status\":\"error\",\"code\":\"rateLimited\",\"message\":\"x\"}")));
        assertThat(broken().failure().code()).isEqualTo(FailureCode.OVERLOADED);
        assertThat(broken().retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void asksNoMoreTodayWhenTheQuotaIsUsedUpAndAgainTomorrow() throws InterruptedException {
        serve(100);
        NewsApiSource source = source(20, 10, 3);
        var broken = (Fetched.Broken) source.fetch();
        assertThat(broken.drafts()).hasSize(60);
        assertThat(broken.failure().code()).isEqualTo(FailureCode.OVERLOADED);
        assertThat(broken.retryAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(server.requests()).hasSize(3);
        time.advance(Duration.ofHours(12));
        assertThat(((Fetched.Broken) source.fetch()).drafts()).hasSize(60);
    }

    @Test
    void spreadsTheQuotaOverTheDay() {
        assertThat(source(20, 1, 100).shortestInterval()).isEqualTo(Duration.ofSeconds(864));
        assertThat(source(20, 2, 100).shortestInterval()).isEqualTo(Duration.ofSeconds(1_728));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>gateway</html>",
                "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"source\":{\"id\"",
                "{\"status\":\"ok\",\"articles\":\"none\"}",
                "{\"status\":7}",
                "[]",
                "null"
            })
    void takesGarbageForGarbage(String body) throws InterruptedException {
        serveText(body);
        assertThat(broken().failure().code()).isEqualTo(FailureCode.SOURCE_UNREADABLE);
    }

    @Test
    void survivesWrongTypesWithinAnArticle() throws InterruptedException {
        serveText(
                "{\"status\":\"ok\",\"totalResults\":\"many\",\"articles\":[7,null,{},[],{\"title\":\"A title here\",\"url\":\"https://a.example/2\",\"source\":\"text\"},"
                        + "{\"title\":1,\"url\":2},{\"title\":\"A title here\",\"url\":\"https://a.example/1\","
                        + "\"source\":{\"id\":7,\"name\":\"P\"},\"publishedAt\":\"2026-03-01\",\"urlToImage\":\"not an address\",\"content\":[]}]}");
        var articles = (Fetched.Articles) source(20, 1, 100).fetch();
        assertThat(articles.drafts()).hasSize(1);
        assertThat(articles.drafts().getFirst().urlToImage()).isNull();
        assertThat(articles.skipped()).isEqualTo(6);
    }

    @Test
    void tellsAServersTroubleFromItsOwn() throws InterruptedException {
        server.on(PATH, _ -> HttpResponse.of(HttpStatus.INTERNAL_SERVER_ERROR));
        assertThat(broken().failure().code()).isEqualTo(FailureCode.SOURCE_UNREACHABLE);
        server.on(PATH, _ -> HttpResponse.streaming());
        assertThat(broken().failure().detail()).contains("no complete answer");
        server.on(PATH, _ -> HttpResponse.ofRedirect("https://elsewhere.example/"));
        assertThat(broken().failure().detail()).contains("redirects");
    }

    private Fetched.Broken broken() throws InterruptedException {
        return (Fetched.Broken) source(20, 1, 100).fetch();
    }

    private NewsApiSource source(int pageSize, int maxPages, int quota) {
        var config =
                new NewsApiConfig(
                        KEY,
                        URI.create(server.address("/v2")),
                        "us",
                        "technology",
                        pageSize,
                        maxPages,
                        quota);
        return new NewsApiSource(config, downloader, counter, time);
    }

    private void serve(int total) {
        server.on(PATH, request -> headlines(request, total));
    }

    private void serveText(String json) {
        server.on(PATH, MediaType.JSON, json);
    }

    private static int page(AggregatedHttpRequest request) {
        return query(request).getInt("page", 1);
    }

    private static QueryParams query(AggregatedHttpRequest request) {
        return QueryParams.fromQueryString(URI.create(request.path()).getRawQuery());
    }

    private static HttpResponse headlines(AggregatedHttpRequest request, int total) {
        int size = query(request).getInt("pageSize", 20);
        int from = (page(request) - 1) * size;
        String articles =
                IntStream.range(from, Math.min(total, from + size))
                        .mapToObj(NewsApiSourceTest::article)
                        .collect(Collectors.joining(","));
        return HttpResponse.of(
                HttpStatus.OK,
                MediaType.JSON,
                "{\"status\":\"ok\",\"totalResults\":%d,\"articles\":[%s]}",
                total,
                articles);
    }

    private static HttpResponse error(int status, String code, String message) {
        return HttpResponse.of(
                HttpStatus.valueOf(status),
                MediaType.JSON,
                "{\"status\":\"error\",\"code\":\"%s\",\"message\":\"%s\"}",
                code,
                message);
    }

    private static String article(int number) {
        return """
        {"source":{"id":"the-paper","name":"The Paper"},"author":"Jane Roe","title":"Headline number %d - The Paper",
         "description":"What happened.","url":"https://paper.example/%d","urlToImage":"https://paper.example/%d.jpg",
         "publishedAt":"2026-03-01T10:00:00Z","content":"Content that was cut… [+1234 chars]"}\
        """
                .formatted(number, number, number);
    }
}
