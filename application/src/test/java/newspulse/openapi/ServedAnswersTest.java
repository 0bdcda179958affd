package newspulse.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.RequestHeaders;

import newspulse.Eventually;
import newspulse.wire.Json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What the server answers, good and bad, is what the document promises.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedAnswersTest {
    private static final String JSON = "application/json";
    private static final String ASYNC = "/inference/async/{request_id}";

    private final OpenApiDocument document = OpenApiDocument.load();
    private HttpFixture server;

    @BeforeAll
    void start() throws IOException {
        server = new HttpFixture();
        server.health.started();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatEveryRoleAnswersIsAsPromised() {
        for (String path : new String[] {"/health", "/health/ready", "/health/started"}) {
            requireGet(200, path, path, "*/*");
        }
        requireGet(200, "/health/live", "/health/live", "*/*");
        requireGet(200, "/metrics", "/metrics", "text/plain");
        requireGet(200, "/metrics", "/metrics", "application/openmetrics-text");
        requireGet(200, "/openapi.json", "/openapi.json", "*/*");
        requireGet(200, "/docs", "/docs", "text/html");
        requireGet(307, "/redoc", "/redoc", "text/html");
        requireGet(200, "/metrics/summary", "/metrics/summary", "*/*");
    }

    @Test
    void aMethodThatAPathDoesNotTakeIsAnsweredAsPromised() {
        for (String name : document.operations()) {
            String path = name.substring(name.indexOf(' ') + 1);
            if (!path.equals("/ws") && !path.startsWith("/news")) {
                AggregatedHttpResponse answer =
                        require(405, HttpMethod.DELETE, path, path, JSON, new byte[0]);
                assertThat(answer.headers().get("allow")).as(path).isNotBlank();
            }
        }
    }

    @Test
    void analysesAreAsPromised() {
        requirePost(200, "/inference/single", example("RawEnglish"));
        requirePost(200, "/inference/single", example("RawKorean"));
        requirePost(200, "/inference/batch", example("RawSeveral"));
        for (String path : new String[] {"/inference/single", "/inference/batch"}) {
            byte[] body = example(path.endsWith("batch") ? "RawSeveral" : "RawKorean");
            for (String provider : new String[] {"local", "openai", "auto"}) {
                requirePost(200, path, "?provider=" + provider, body);
            }
            requirePost(400, path, "?provider=huggingface", body);
        }
    }

    @Test
    void refusalsToAnalyseAreAsPromised() {
        requirePost(422, "/inference/single", utf8("{\"title\":\"short\",\"url\":7}"));
        requirePost(422, "/inference/single", utf8("[]"));
        for (String path : new String[] {"/inference/batch", "/inference/async"}) {
            requirePost(422, path, utf8("[{},null]"));
            requirePost(400, path, utf8("[]"));
        }
        AggregatedHttpResponse noStore =
                requirePost(503, "/inference/async", example("RawSeveral"));
        assertThat(noStore.headers().get("retry-after")).isEqualTo("1");
        require(503, HttpMethod.GET, ASYNC, "/inference/async/unknown", JSON, new byte[0]);
    }

    @Test
    void whatBecameOfPushedArticlesIsAsPromised() {
        requirePost(202, "/articles", example("RawEnglish"));
        requirePost(202, "/articles", example("RawEnglish"));
        requirePost(202, "/articles", example("RawSeveral"));
        requirePost(202, "/articles", utf8("[{\"source\":\"x\",\"title\":\"\\u0000\"},null]"));
        requirePost(202, "/articles", utf8("{}"));
        requirePost(400, "/articles", utf8("[]"));
        requirePost(202, "/fetch-now", new byte[0]);
    }

    @Test
    void howSourcesDoIsToldAsPromised() {
        Eventually.holds(
                "both were asked", () -> sources().path("states").path("waiting").asInt() == 0);
        JsonNode sources = sources();
        assertThat(sources.path("count").asInt()).isEqualTo(2);
        assertThat(sources.path("sources").path(0).path("state").asString()).isEqualTo("live");
        assertThat(sources.path("sources").path(1).path("error").path("detail").asString())
                .isEqualTo("it answered 404 Not Found");
    }

    private JsonNode sources() {
        var get = HttpRequest.of(HttpMethod.GET, "/sources");
        return Json.mapper().readTree(require(200, "/sources", get).content().array());
    }

    @Test
    void aBodyThatCannotBeReadIsRefusedAsPromised() {
        for (String path :
                new String[] {
                    "/inference/single", "/inference/batch", "/inference/async", "/articles"
                }) {
            requirePost(400, path, utf8("{\"title\":"));
            requirePost(400, path, new byte[0]);
            requirePost(413, path, new byte[HttpFixture.MAX_BODY + 1]);
            require(415, HttpMethod.POST, path, path, "text/plain", utf8("{}"));
        }
    }

    private void requireGet(int status, String template, String path, String accept) {
        var headers = RequestHeaders.builder(HttpMethod.GET, path).add("accept", accept).build();
        require(status, template, HttpRequest.of(headers));
    }

    private AggregatedHttpResponse requirePost(int status, String path, byte[] body) {
        return requirePost(status, path, "", body);
    }

    private AggregatedHttpResponse requirePost(int status, String path, String query, byte[] body) {
        return require(status, HttpMethod.POST, path, path + query, JSON, body);
    }

    private AggregatedHttpResponse require(
            int status,
            HttpMethod method,
            String template,
            String path,
            String contentType,
            byte[] body) {
        var headers = RequestHeaders.builder(method, path).add("content-type", contentType).build();
        return require(status, template, HttpRequest.of(headers, HttpData.wrap(body)));
    }

    private AggregatedHttpResponse require(int status, String template, HttpRequest request) {
        AggregatedHttpResponse answer = server.client.execute(request);
        assertThat(answer.status().code())
                .as("%s %s: %s", request.method(), request.path(), answer.contentUtf8())
                .isEqualTo(status);
        document.requireValid(
                request.method().name(),
                template,
                status,
                answer.headers().get("content-type", ""),
                answer.content().array());
        return answer;
    }

    private byte[] example(String name) {
        JsonNode examples = document.root().path("components").path("examples");
        return Json.mapper().writeValueAsBytes(examples.path(name).path("value"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
