package newspulse.producer.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.config.ConfigurationException;
import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.ScriptedServer;
import newspulse.producer.SourceParts;
import newspulse.producer.TestParts;
import newspulse.producer.VirtualTime;
import newspulse.producer.catalog.SourceCatalog;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class JsonApiSourceTest {
    private static final String FIELDS =
            "fields: {title: /headline, url: /link, publishedAt: /date, content: /body/0/text,"
                    + " author: /by, id: /uuid, source: /from/name}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedServer server = new ScriptedServer();
    private final Downloader downloader =
            new Downloader(
                    "1",
                    new Downloader.Limits(Duration.ofSeconds(5), 1 << 20),
                    AllowList.of("127.0.0.1"),
                    time);
    private final SourceParts parts = TestParts.of(downloader, time);

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void takesAnArticlesFieldsFromWhereThePointersSay() throws InterruptedException {
        server.on(
                "/api",
                MediaType.JSON,
                """
                {"data": {"items": [
                  {"uuid": 4711, "headline": "A <b>first</b> title", "link": "/1", "date": 1767225600,
                   "body": [{"text": "The text."}], "by": ["Ada", "Ben"], "from": {"name": "The Wire"}},
                  {"headline": "A second title", "link": "https://p.example/2", "date": "2026-01-02"},
                  {"headline": "No address here", "date": "2026-01-02"},
                  {"headline": "No date is here", "link": "/4"},
                  17
                ]}}
                """);
        var articles = (Fetched.Articles) source("items: /data/items, " + FIELDS).fetch();
        assertThat(articles.drafts()).hasSize(2);
        assertThat(articles.skipped()).isEqualTo(3);
        assertThat(articles.drafts())
                .allMatch(draft -> Intake.derivingIds().check(draft) instanceof Intake.Admitted);
        ArticleDraft first = articles.drafts().getFirst();
        assertThat(first.url()).isEqualTo(server.address("/1"));
        assertThat(first.publishedAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(first.content()).isEqualTo("The text.");
        assertThat(first.author()).isEqualTo("Ada");
        assertThat(first.sourceName()).isEqualTo("The Wire");
        assertThat(first.id()).isNotBlank();
        assertThat(articles.drafts().getLast().id()).isNull();
        assertThat(articles.drafts().getLast().sourceName()).isEqualTo("Api");
    }

    @Test
    void asksPageAfterPageByNumberUntilOneHoldsNothing() throws InterruptedException {
        server.on("/api", request -> page(request, "page", List.of("1", "2")));
        var articles =
                (Fetched.Articles)
                        source(FIELDS + ", paging: {by: page, parameter: page, pages: 10}").fetch();
        assertThat(articles.drafts()).hasSize(2);
        assertThat(queries()).containsExactly("page=1", "page=2", "page=3");
    }

    @Test
    void asksByOffsetAndNoFurtherThanAllowed() throws InterruptedException {
        server.on("/api", request -> page(request, "from", List.of("0", "50", "100")));
        source(FIELDS + ", paging: {by: offset, parameter: from, step: 50, pages: 2}").fetch();
        assertThat(queries()).containsExactly("from=0", "from=50");
    }

    @Test
    void followsACursor() throws InterruptedException {
        server.on(
                "/api",
                request -> {
                    String cursor = query(request).get("after", "");
                    String next = cursor.isEmpty() ? "a&b=c" : "";
                    return json(item("t" + cursor) + "],\"next\":\"" + next + "\"}");
                });
        var paging =
                ", items: /items, paging: {by: cursor, parameter: after, pointer: /next, pages: 9}";
        source(FIELDS + paging).fetch();
        assertThat(queries()).containsExactly("", "after=a%26b%3Dc");
    }

    @Test
    void followsALinkOnTheSameServerOnly() throws InterruptedException {
        List<String> links = new ArrayList<>(List.of("/api?p=2", "https://evil.example/api?p=3"));
        server.on(
                "/api",
                _ ->
                        json(
                                item("t" + links.size())
                                        + "],\"next\":\""
                                        + links.removeFirst()
                                        + "\"}"));
        var paging = ", items: /items, paging: {by: link, pointer: /next, pages: 9}";
        var articles = (Fetched.Articles) source(FIELDS + paging).fetch();
        assertThat(articles.drafts()).hasSize(2);
        assertThat(queries()).containsExactly("", "p=2");
    }

    @Test
    void stopsWhereEveryPageIsTheSame() throws InterruptedException {
        server.on("/api", _ -> json(item("same") + "]}"));
        var paging = ", items: /items, paging: {by: page, parameter: page, pages: 50}";
        var articles = (Fetched.Articles) source(FIELDS + paging).fetch();
        assertThat(articles.drafts()).hasSize(1);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void sendsTheKeyAsToldAndTellsItToNobodyElse() throws InterruptedException {
        server.on("/api", _ -> HttpResponse.of(HttpStatus.UNAUTHORIZED));
        String header = ", key: {setting: SOURCE_KEY_A, header: Authorization, prefix: Bearer}";
        var told = (Fetched.Broken) source(FIELDS + header).fetch();
        RequestHeaders sent = server.requests().getLast();
        assertThat(sent.get("authorization")).isEqualTo("Bearer key of SOURCE_KEY_A");
        assertThat(told.failure().detail()).doesNotContain("key of");
        server.on("/api", _ -> redirect("/api?again=1"));
        String parameter = ", key: {setting: SOURCE_KEY_A, parameter: k}";
        PolledSource source = source(FIELDS + parameter);
        assertThat(detail(source)).doesNotContain("key of", "key+of");
        assertThat(queries()).last().isEqualTo("k=key+of+SOURCE_KEY_A");
        assertThat(server.requests()).as("no redirect is followed").hasSize(2);
        server.on("/api", _ -> redirect("http://[key of SOURCE_KEY_A"));
        assertThat(detail(source)).contains("[********").doesNotContain("key of");
        server.on("/api", _ -> redirect("http://[key+of+SOURCE_KEY_A"));
        assertThat(detail(source)).contains("[********").doesNotContain("key+of");
    }

    @Test
    void makesNoMoreRequestsADayThanTheQuotaHasForAllSourcesOfAKey() throws InterruptedException {
        server.on("/api", _ -> json(item("t") + "]}"));
        String quota = ", items: /items, key: {setting: SOURCE_KEY_A, header: x}, quota: 3";
        PolledSource one = source(FIELDS + quota);
        PolledSource other = source(FIELDS + quota);
        one.fetch();
        other.fetch();
        one.fetch();
        var spent = (Fetched.Broken) other.fetch();
        assertThat(spent.failure().code()).isEqualTo(FailureCode.OVERLOADED);
        assertThat(spent.retryAfter()).isEqualTo(Duration.ofHours(12));
        assertThat(server.requests()).hasSize(3);
        assertThat(one.shortestInterval()).isEqualTo(Duration.ofHours(8));
        time.advance(Duration.ofHours(12));
        assertThat(other.fetch()).isInstanceOf(Fetched.Articles.class);
    }

    @Test
    void saysWhyAnAnswerIsOfNoUse() throws InterruptedException {
        PolledSource source = source("items: /data, " + FIELDS);
        server.on("/api", MediaType.JSON, "{\"data\": {}}");
        assertThat(detail(source)).contains("no list at /data");
        server.on("/api", MediaType.JSON, "{\"data\": [");
        assertThat(detail(source)).contains("no valid JSON");
        server.on("/api", _ -> HttpResponse.of(HttpStatus.TOO_MANY_REQUESTS));
        assertThat(detail(source)).contains("429");
    }

    @Test
    void tellsEveryFaultOfAnEntry() {
        assertThatThrownBy(() ->
                        source(
                                "items: data, fields: {title: /t, titel: /x}, quota: 0,"
                                        + " key: {setting: OPENAI_API_KEY}, paging: {by: offset}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("items is no JSON Pointer")
                .hasMessageContaining("did you mean \"title\"")
                .hasMessageContaining("fields.url is missing")
                .hasMessageContaining("fields.publishedAt is missing")
                .hasMessageContaining("key.setting must be SOURCE_KEY_")
                .hasMessageContaining("key.header must be there")
                .hasMessageContaining("paging.parameter is missing")
                .hasMessageContaining("paging.step")
                .hasMessageContaining("quota must be");
    }

    private PolledSource source(String entry) {
        String yaml =
                "sources:\n  - {name: Api, type: json, url: \"%s\", %s}\n"
                        .formatted(server.address("/api"), entry);
        return (PolledSource) SourceCatalog.parse(yaml, "test").enabled().getFirst().open(parts);
    }

    private static String detail(PolledSource source) throws InterruptedException {
        return ((Fetched.Broken) source.fetch()).failure().detail();
    }

    private List<String> queries() {
        Function<RequestHeaders, String> query =
                headers -> headers.path().replaceFirst("^[^?]*\\??", "");
        return server.requests().stream().map(query).toList();
    }

    private static QueryParams query(AggregatedHttpRequest request) {
        return QueryParams.fromQueryString(request.path().replaceFirst("^[^?]*\\??", ""));
    }

    /// One article on each of the pages, none on others; the answer itself is the list.
    private static HttpResponse page(
            AggregatedHttpRequest request, String parameter, List<String> pages) {
        String page = query(request).get(parameter, "");
        String items = pages.contains(page) ? item("p" + page).replace("{\"items\":", "") : "[";
        return json(items + "]");
    }

    private static String item(String name) {
        return "{\"items\":[{\"headline\":\"A title of story %s\",\"link\":\"/%s\",\"date\":\"2026-01-01\"}"
                .formatted(name.replaceAll("\\W", ""), name.replaceAll("\\W", ""));
    }

    private static HttpResponse redirect(String to) {
        return HttpResponse.of(ResponseHeaders.of(HttpStatus.FOUND, HttpHeaderNames.LOCATION, to));
    }

    private static HttpResponse json(String body) {
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON, "%s", body);
    }
}
