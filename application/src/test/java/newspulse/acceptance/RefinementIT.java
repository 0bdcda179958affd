package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.MediaType;

import newspulse.provider.fake.Behaviour;
import newspulse.provider.fake.FakeModels;
import newspulse.wire.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One process with everything in it, and a model outside that speaks OpenAI's format.
@Timeout(240)
final class RefinementIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MODEL = "a-model";

    @TempDir Path directory;
    private final FakeModels models = new FakeModels();
    private final String address;
    private final BlockingWebClient client;

    RefinementIT() throws IOException {
        address = "http://127.0.0.1:" + Ports.free();
        client = WebClient.of(address).blocking();
    }

    @AfterEach
    void stopModels() {
        models.close();
    }

    @Test
    void showsTheLocalAnswerFirstAndTheBetterOneEverywhereWithItsOriginAndCost() throws Exception {
        try (var process = start(Map.of())) {
            var live = new Observers.Live(address);
            List<String> ids = push("good", 40);
            awaitProvider(ids, "openai");
            for (String id : ids) {
                JsonNode analysis = analysis(id);
                assertThat(analysis.path("sentiment").asString()).isEqualTo("positive");
                assertThat(analysis.path("providers").size()).isEqualTo(4);
                assertThat(analysis.path("cost_usd").decimalValue()).isPositive();
                assertThat(analysis.path("tokens").asLong()).isPositive();
                assertThat(analysis.path("model_version").asString()).contains("openai:");
            }
            assertThat(models.calls().perArticle()).hasSize(40);
            assertThat(models.calls().perArticle().values()).allMatch(times -> times == 1);
            Observers.await(
                    "told of each, and of its correction",
                    PATIENCE,
                    () -> {
                        return live.ids().containsAll(ids) && live.mostTimes() == 2;
                    });
            assertThat(metrics()).contains("refiner_published_total 40.0");

            JsonNode first = infer("openai", "A sentence about Veldhaven Steel");
            JsonNode second = infer("openai", "A sentence about Veldhaven Steel");
            assertThat(first.path("cost_usd").decimalValue()).isPositive();
            assertThat(second.path("cost_usd").decimalValue()).isZero();
            assertThat(second.path("cached").size()).isEqualTo(4);
            assertThat(infer("local", "A sentence").path("providers").path("sentiment").asString())
                    .isEqualTo("local");
            assertThat(process.log()).doesNotContain("sk-not-for-the-log");
        }
    }

    @Test
    void keepsTheLocalAnswersWhileTheProviderIsDarkAndRefinesAgainAfterwards() throws Exception {
        try (var process = start(Map.of("OPENAI_BREAKER_PAUSE", "1"))) {
            assertThat(process.pid()).isPositive();
            models.dark();
            List<String> dark = push("dark", 40);
            Observers.await("all are there", PATIENCE, () -> dark.stream().allMatch(this::isThere));
            Observers.await(
                    "known to be down",
                    PATIENCE,
                    () -> isMoreThanNone("provider_breaker_state", "openai"));
            assertThat(dark).allSatisfy(id -> assertThat(provider(id)).isEqualTo("local"));
            JsonNode asked = infer("openai", "A sentence nobody hears");
            assertThat(asked.path("providers").path("sentiment").asString()).isEqualTo("local");

            models.bright();
            var refined = new ArrayList<String>();
            Observers.await(
                    "refined again",
                    PATIENCE,
                    () -> {
                        refined.addAll(push("bright" + refined.size(), 1));
                        return refined.stream().anyMatch(id -> provider(id).equals("openai"));
                    });
        }
    }

    @Test
    void spendsNoMoreThanTheCeilingAndGoesOnLocally() throws Exception {
        // A call that tells no usage counts as the dearest it can have been.
        models.behave(Behaviour.NO_USAGE);
        try (var process = start(Map.of("BUDGET_USD_PER_HOUR", "0.01"))) {
            List<String> ids = push("dear", 60);
            Observers.await("all are there", PATIENCE, () -> ids.stream().allMatch(this::isThere));
            Observers.await(
                    "nothing left",
                    PATIENCE,
                    () -> isMoreThanNone("provider_calls_total", "over_budget"));
            BigDecimal spent =
                    ids.stream()
                            .map(id -> analysis(id).path("cost_usd").decimalValue())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(spent).isPositive().isLessThanOrEqualTo(new BigDecimal("0.01"));
            assertThat(models.calls().all()).isBetween(1, 59);
            assertThat(process.log()).contains("No paid calls for now");
        }
    }

    private NewspulseProcess start(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("HTTP_PORT", address.substring(address.lastIndexOf(':') + 1));
        environment.put("DATA_DIR", directory.resolve("data").toString());
        environment.put("SOURCES_FILE", NoSources.in(directory).toString());
        environment.put("USE_EXTERNAL_API", "true");
        environment.put("REFINE_MIN_SCORE", "0");
        environment.put("OPENAI_BASE_URL", models.address("http", "/v1").toString());
        environment.put("OPENAI_API_KEY", "sk-not-for-the-log");
        environment.put("OPENAI_MODEL", MODEL);
        environment.put("OPENAI_REQUESTS_PER_MINUTE", "0");
        environment.put("OPENAI_TOKENS_PER_MINUTE", "0");
        environment.put("OPENAI_INPUT_PRICE", "0.15");
        environment.put("OPENAI_OUTPUT_PRICE", "0.6");
        environment.putAll(more);
        return NewspulseProcess.start(directory.resolve("node"), environment, "up").untilReady();
    }

    private List<String> push(String prefix, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = prefix + "-" + i;
            String article =
                    """
                    {"id":"%s","source":{"name":"Herald"},"title":"Shares of Veldhaven Steel fall, no. %s","url":"https://example.com/%s","publishedAt":"%s"}\
                    """
                            .formatted(id, id, id, Instant.now());
            AggregatedHttpResponse answer =
                    client.prepare().post("/articles").content(MediaType.JSON, article).execute();
            assertThat(answer.contentUtf8()).contains("accepted");
            ids.add(id);
        }
        return ids;
    }

    private void awaitProvider(List<String> ids, String provider) throws InterruptedException {
        Observers.await(
                "answered by " + provider,
                PATIENCE,
                () -> ids.stream().allMatch(id -> provider(id).equals(provider)));
    }

    private boolean isThere(String id) {
        return client.get("/news/" + id).status().code() == 200;
    }

    private String provider(String id) {
        return analysis(id).path("providers").path("sentiment").asString("");
    }

    private JsonNode analysis(String id) {
        return Json.mapper().readTree(client.get("/news/" + id).content().array()).path("analysis");
    }

    private JsonNode infer(String provider, String title) {
        String article =
                """
                {"id":"asked","source":{"name":"Herald"},"title":"%s","url":"https://example.com/x","publishedAt":"2026-03-01T00:00:00Z"}\
                """
                        .formatted(title);
        AggregatedHttpResponse answer =
                client.prepare()
                        .post("/inference/single?provider=" + provider)
                        .content(MediaType.JSON, article)
                        .execute();
        assertThat(answer.status().code()).as(answer.contentUtf8()).isEqualTo(200);
        return Json.mapper().readTree(answer.content().array()).path("analysis");
    }

    private boolean isMoreThanNone(String meter, String label) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(meter + "{") && line.contains('"' + label + '"'))
                .anyMatch(line -> !line.endsWith(" 0.0"));
    }

    private String metrics() {
        return client.get("/metrics").contentUtf8();
    }
}
