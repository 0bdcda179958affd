package newspulse.openapi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/// What the document does not promise is a failure that says what it does.
class AnswerDriftTest {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String NOT_FOUND =
            """
            {"type":"urn:newspulse:problem:not_found","title":"Not Found","status":404,\
            "detail":"There is no article.","code":"not_found"}
            """;

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void takesWhatIsPromised() {
        check("GET", "/news/{id}", 404, PROBLEM, NOT_FOUND);
        check("GET", "/health/live", 200, JSON, "{\"status\":\"alive\"}");
        check("GET", "/metrics", 200, "text/plain; version=0.0.4; charset=utf-8", "up 1\n");
        check("GET", "/redoc", 307, "", "");
        check("DELETE", "/articles", 405, PROBLEM, problem(405, "method_not_allowed"));
        check("POST", "/articles", 503, PROBLEM, problem(503, "draining"));
        check("GET", "/metrics/summary", 200, JSON, summary("null"));
    }

    @Test
    void catchesWhatTheDocumentDoesNotKnow() {
        requireCaught("no such path", "GET", "/news/{article}", 404, PROBLEM, NOT_FOUND);
        requireCaught("no such method", "DELETE", "/articles", 202, JSON, "{}");
        requireCaught("knows only [200, 400, 404", "GET", "/news/{id}", 410, PROBLEM, NOT_FOUND);
        requireCaught("knows [application/pro", "GET", "/news/{id}", 404, JSON, NOT_FOUND);
        requireCaught("promises none", "GET", "/redoc", 307, "text/html", "<p>moved</p>");
    }

    @Test
    void catchesAProblemThatDoesNotFitItsStatus() {
        requireCaught("/status", "GET", "/news/{id}", 404, PROBLEM, problem(400, "not_found"));
        requireCaught("/code", "GET", "/news/{id}", 404, PROBLEM, problem(404, "too_large"));
        requireCaught("/code", "GET", "/news/{id}", 404, PROBLEM, problem(404, "gone"));
        requireCaught(
                "errors",
                "POST",
                "/inference/single",
                422,
                PROBLEM,
                problem(422, "invalid_article"));
    }

    @Test
    void catchesWhatIsNoJson() {
        requireCaught("is no JSON", "GET", "/health/live", 200, JSON, "alive");
        requireCaught(
                "is no JSON", "GET", "/health/live", 200, JSON, "{\"status\":1,\"status\":1}");
    }

    @Test
    void catchesAnOutcomeThatContradictsItself() {
        String receipt = "{\"count\":1,\"outcomes\":[%s]}";
        check(
                "POST",
                "/articles",
                202,
                JSON,
                receipt.formatted("{\"outcome\":\"accepted\",\"id\":\"a\"}"));
        requireCaught(
                "id",
                "POST",
                "/articles",
                202,
                JSON,
                receipt.formatted("{\"outcome\":\"accepted\"}"));
        requireCaught(
                "errors",
                "POST",
                "/articles",
                202,
                JSON,
                receipt.formatted(
                        "{\"outcome\":\"rejected\",\"code\":\"too_large\",\"detail\":\"d\"}"));
    }

    @Test
    void catchesResultsOfARequestThatIsNotDone() {
        String state =
                "{\"request_id\":\"5f0c2c1e-6a0e-4a53-9d0b-0f6a4f0d2b57\",\"status\":\"%s\","
                        + "\"article_count\":1,\"deadline\":\"2026-03-01T00:00:00Z\"%s}";
        String path = "/inference/async/{request_id}";
        check("GET", path, 200, JSON, state.formatted("running", ""));
        check("GET", path, 200, JSON, state.formatted("failed", ",\"error\":\"why\""));
        requireCaught("results", "GET", path, 200, JSON, state.formatted("done", ""));
        requireCaught("error", "GET", path, 200, JSON, state.formatted("failed", ""));
        requireCaught(
                "error", "GET", path, 200, JSON, state.formatted("running", ",\"error\":\"\""));
    }

    @Test
    void catchesAFigureThatCannotBe() {
        requireCaught("kafka_lag", "GET", "/metrics/summary", 200, JSON, summary("-1"));
        requireCaught("kafka_lag", "GET", "/metrics/summary", 200, JSON, summary("0.5"));
    }

    private static String summary(String lag) {
        return """
        {"total_processed":1,"success_rate":100.0,"avg_latency_ms":0.1,"active_connections":1,\
        "kafka_lag":%s,"timestamp":"2026-03-01T00:00:00.123456Z"}
        """
                .formatted(lag);
    }

    private static String problem(int status, String code) {
        return """
        {"type":"urn:newspulse:problem:%s","title":"T","status":%d,"detail":"d","code":"%s"}
        """
                .formatted(code, status, code);
    }

    private void requireCaught(
            String named, String method, String path, int status, String type, String body) {
        assertThatThrownBy(() -> check(method, path, status, type, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(method + " " + path + " " + status)
                .hasMessageContaining(named);
    }

    private void check(String method, String path, int status, String type, String body) {
        document.requireValid(method, path, status, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
