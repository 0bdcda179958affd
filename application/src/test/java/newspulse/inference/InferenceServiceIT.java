package newspulse.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.ResponseTimeoutException;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.MediaType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

@Timeout(60)
final class InferenceServiceIT extends InferenceFixture {
    @Test
    void answersASingleArticle() {
        AggregatedHttpResponse answer = post("/inference/single", article("a"));
        assertThat(answer.status().code()).isEqualTo(200);
        JsonNode json = json(answer);
        assertThat(json.path("id").asString()).isEqualTo("a");
        assertThat(json.path("analysis").path("sentiment").asString()).isEqualTo("neutral");
        assertThat(json.path("content_revision").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhyWhenAsked() {
        assertThat(isExplained(json(post("/inference/single?explain=true", article("a")))))
                .isTrue();
        assertThat(isExplained(json(post("/inference/single", article("a"))))).isFalse();
        assertThat(json(post("/inference/batch?explain=true", articles(2))).valueStream())
                .allMatch(InferenceServiceIT::isExplained);
        assertProblem(post("/inference/single?explain=yes", article("a")), 400, "invalid_request");
    }

    private static boolean isExplained(JsonNode article) {
        return article.path("analysis").has("explanation");
    }

    @Test
    void answersABatchInItsOrder() {
        AggregatedHttpResponse answer = post("/inference/batch", articles(100));
        assertThat(answer.status().code()).isEqualTo(200);
        assertThat(json(answer).valueStream().map(one -> one.path("id").asString()))
                .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "a" + i).toList());
    }

    @Test
    void refusesBatchesOfNoneAndOfTooMany() {
        assertProblem(post("/inference/batch", "[]"), 400, "invalid_request");
        assertProblem(post("/inference/batch", articles(101)), 400, "invalid_request");
        assertProblem(post("/inference/batch", article("a")), 400, "invalid_request");
    }

    @Test
    void tellsEveryFaultOfABatchWithItsPlace() {
        JsonNode problem =
                assertProblem(
                        post("/inference/batch", "[" + article("a") + ",{\"title\":\"x\"}]"),
                        422,
                        "invalid_article");
        assertThat(problem.path("errors").valueStream().map(e -> e.path("path").asString()))
                .contains("[1].title", "[1].source", "[1].id");
    }

    @Test
    void givesEachFaultItsStatus() {
        assertProblem(post("/inference/single", "{"), 400, "malformed_json");
        assertProblem(post("/inference/single", ""), 400, "empty_record");
        assertProblem(post("/inference/single", "[".repeat(100_000)), 400, "malformed_json");
        assertProblem(
                post("/inference/single", "{\"id\":\"a\",\"id\":\"b\"}"), 400, "malformed_json");
        assertProblem(post("/inference/single", "{}"), 422, "invalid_article");
        assertProblem(
                post("/inference/single", "\"" + "x".repeat(MAX_BODY + 1) + "\""),
                413,
                "too_large");
        assertProblem(client.get("/inference/single"), 405, "method_not_allowed");
        assertProblem(client.get("/no/such/path"), 404, "not_found");
        AggregatedHttpResponse form =
                client.prepare()
                        .post("/inference/single")
                        .content(MediaType.FORM_DATA, article("a"))
                        .execute();
        assertProblem(form, 415, "unsupported_media_type");
        byte[] invalid = article("a").getBytes(StandardCharsets.UTF_8);
        invalid[20] = (byte) 0xff;
        assertProblem(
                client.prepare()
                        .post("/inference/single")
                        .content(MediaType.JSON, invalid)
                        .execute(),
                400,
                "malformed_json");
    }

    @Test
    void keepsAnAsyncResultUntilItIsFetched() throws Exception {
        AggregatedHttpResponse accepted = post("/inference/async", articles(25));
        assertThat(accepted.status().code()).isEqualTo(202);
        assertThat(json(accepted).path("status").asString()).isEqualTo("accepted");
        assertThat(json(accepted).path("article_count").asInt()).isEqualTo(25);
        JsonNode result = untilEnded(json(accepted).path("request_id").asString());
        assertThat(result.path("status").asString()).isEqualTo("done");
        assertThat(result.path("results").valueStream().map(one -> one.path("id").asString()))
                .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(i -> "a" + i).toList());
        assertThat(engine.batches).allMatch(size -> size <= 10).contains(10);
    }

    @Test
    void sendsALonelyAsyncArticleOnAfterTheBatchTimeout() throws Exception {
        JsonNode accepted = json(post("/inference/async", articles(1)));
        assertThat(untilEnded(accepted.path("request_id").asString()).path("status").asString())
                .isEqualTo("done");
        assertThat(engine.batches).containsExactly(1);
    }

    @Test
    void sendsFullAsyncBatchesOnThoughTheTimeoutIsFar() throws Exception {
        stopServing();
        serve(
                new InferenceConfig(
                        2, 2, 1 << 20, Duration.ofHours(1), 2, false, 5, Duration.ofHours(1)));
        JsonNode first = json(post("/inference/async", articles(3)));
        JsonNode second = json(post("/inference/async", articles(2)));
        assertThat(untilEnded(first.path("request_id").asString()).path("status").asString())
                .isEqualTo("done");
        assertThat(untilEnded(second.path("request_id").asString()).path("status").asString())
                .isEqualTo("done");
        assertThat(engine.batches).containsExactly(5);
    }

    @Test
    void knowsNoAsyncRequestThatNobodyMade() {
        assertProblem(client.get("/inference/async/nobody"), 404, "not_found");
    }

    @Test
    void saysSoWhenAsyncResultsCannotBeKeptAndGoesOnOtherwise() throws Exception {
        redis.close();
        AggregatedHttpResponse refused = post("/inference/async", articles(1));
        assertProblem(refused, 503, "dependency_unavailable");
        assertThat(refused.headers().get("retry-after")).isNotNull();
        assertThat(post("/inference/single", article("a")).status().code()).isEqualTo(200);
    }

    @Test
    void refusesWithRetryAfterOnlyWhatNeitherRunsNorWaits() throws Exception {
        engine.closeGate();
        var asynchronous = WebClient.of("http://127.0.0.1:" + http.port());
        var pending = new ArrayList<CompletableFuture<AggregatedHttpResponse>>();
        for (int i = 0; i < 4; i++) {
            pending.add(
                    asynchronous
                            .prepare()
                            .post("/inference/single")
                            .content(MediaType.JSON, article("a" + i))
                            .execute()
                            .aggregate());
        }
        engine.awaitRunning(2);
        AggregatedHttpResponse refused = untilRefused();
        assertProblem(refused, 503, "overloaded");
        assertThat(refused.headers().get("retry-after")).isEqualTo("1");
        engine.gate.countDown();
        long answered = pending.stream().filter(one -> one.join().status().code() == 200).count();
        assertThat(answered).isGreaterThanOrEqualTo(3);
        assertThat(engine.most).hasValue(2);
    }

    @Test
    void countsInArticles() {
        post("/inference/single", article("a"));
        post("/inference/batch", articles(10));
        post("/inference/single", "{}");
        String metrics = client.get("/metrics").contentUtf8();
        assertThat(metrics)
                .contains("inference_requests_total{status=\"single\"} 2.0")
                .contains("inference_requests_total{status=\"batch\"} 10.0")
                .contains("inference_success_total 11.0")
                .contains("inference_failure_total{error_type=\"invalid_article\"} 1.0")
                .contains("inference_duration_seconds_bucket")
                .contains("inference_batch_size_bucket")
                .contains("active_inference_tasks 0.0")
                .contains("inference_latency_ms_count 2");
        JsonNode summary = json(client.get("/metrics/summary"));
        assertThat(summary.path("total_processed").asInt()).isEqualTo(11);
        assertThat(summary.path("success_rate").asDouble()).isBetween(91.6, 91.7);
        assertThat(summary.path("kafka_lag").asInt()).isEqualTo(7);
    }

    /// The four requests may still be on their way in, so the first one sent after them may find a
    /// place.
    private AggregatedHttpResponse untilRefused() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var quick =
                WebClient.builder("http://127.0.0.1:" + http.port())
                        .responseTimeoutMillis(500)
                        .build()
                        .blocking();
        while (System.nanoTime() < deadline) {
            try {
                AggregatedHttpResponse answer =
                        quick.prepare()
                                .post("/inference/single")
                                .content(MediaType.JSON, article("z"))
                                .execute();
                if (answer.status().code() == 503) {
                    return answer;
                }
            } catch (ResponseTimeoutException _) {
                Thread.onSpinWait(); // it found a place to wait
            }
        }
        throw new AssertionError("nothing was refused");
    }

    private JsonNode untilEnded(String id) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode state = json(client.get("/inference/async/" + id));
            switch (state.path("status").asString()) {
                case "done", "failed" -> {
                    return state;
                }
                default -> Thread.onSpinWait();
            }
        }
        throw new AssertionError("the request did not end");
    }
}
