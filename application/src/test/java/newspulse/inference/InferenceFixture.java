package newspulse.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import newspulse.embedded.EmbeddedRedis;
import newspulse.http.Answers;
import newspulse.http.Health;
import newspulse.http.HttpConfig;
import newspulse.http.HttpFace;
import newspulse.provider.Cascade;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;
import newspulse.wire.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The inference service on a real port and a real Redis, before an engine that is ours to stop.
@SuppressWarnings("NullAway.Init") // every test begins with start()
abstract class InferenceFixture {
    static final int MAX_BODY = 1 << 20;

    @TempDir Path directory;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final GatedEngine engine = new GatedEngine();
    double minScore = 0.5;
    final GatedRefinement refinement = new GatedRefinement();
    EmbeddedRedis redis;
    private RedisConnections connections;
    private InferenceService service;
    private Health health;
    HttpFace http;
    BlockingWebClient client;

    @BeforeEach
    void start() throws Exception {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        connections = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
        health = new Health("test", InstantSource.system());
        serve(
                new InferenceConfig(
                        2,
                        2,
                        1 << 20,
                        Duration.ofSeconds(20),
                        2,
                        false,
                        10,
                        Duration.ofMillis(50)));
    }

    void serve(InferenceConfig config) throws Exception {
        service =
                new InferenceService(
                        config,
                        engine,
                        "test",
                        Optional.of(refinement),
                        new Cascade(minScore),
                        new SharedConnection(connections),
                        new NoOutside(),
                        registry,
                        InstantSource.system());
        http =
                new HttpFace(
                        new HttpConfig(
                                "127.0.0.1",
                                0,
                                true,
                                OptionalInt.empty(),
                                MAX_BODY,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(1)),
                        health,
                        registry,
                        List.of(service::addTo),
                        (_, _) -> Answers.json(HttpStatus.OK, new byte[0]),
                        false);
        http.start();
        client = WebClient.of("http://127.0.0.1:" + http.port()).blocking();
    }

    @AfterEach
    void stop() throws Exception {
        engine.gate.countDown();
        refinement.gate.countDown();
        http.close();
        service.close();
        health.close();
        connections.close();
        redis.close();
    }

    void stopServing() throws Exception {
        http.close();
        service.close();
    }

    AggregatedHttpResponse post(String path, String body) {
        return client.prepare()
                .method(HttpMethod.POST)
                .path(path)
                .content(MediaType.JSON, body)
                .execute();
    }

    static JsonNode assertProblem(AggregatedHttpResponse answer, int status, String code) {
        assertThat(answer.status().code()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        return problem;
    }

    static JsonNode json(AggregatedHttpResponse answer) {
        return Json.mapper().readTree(answer.content().array());
    }

    static String articles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> article("a" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String article(String id) {
        return """
        {"id":"%s","source":{"name":"Herald"},"title":"A title of some length","url":"https://example.com/%s","publishedAt":"2026-03-01T00:00:00Z"}\
        """
                .formatted(id, id);
    }

    private static final class NoOutside implements Summary.Outside {
        @Override
        public int connections() {
            return 1;
        }

        @Override
        public OptionalLong kafkaLag() {
            return OptionalLong.of(7);
        }
    }
}
