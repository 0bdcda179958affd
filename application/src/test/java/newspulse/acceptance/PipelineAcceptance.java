package newspulse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.MediaType;

import newspulse.wire.Json;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// What holds of a system in any shape: every valid article, pushed or replayed, is in Redis once
/// and reaches a live client once; every other is among the dead letters, with the reason.
@Timeout(300)
abstract class PipelineAcceptance {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double REPLAYED_A_SECOND = 4;

    @TempDir Path directory;

    abstract Deployment.Shape shape();

    @Test
    void accountsForEveryArticle() throws Exception {
        Path file = directory.resolve("articles.ndjson");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        article("replayed-1", "The first replayed article"),
                        "{\"title\":\"cut sho",
                        article("replayed-2", "Short"),
                        article("replayed-3", "The second replayed article"),
                        "[]",
                        article("replayed-1", "The first replayed article"),
                        article("replayed-4", "The third replayed article")));
        try (Deployment system =
                shape().start(directory.resolve("system"), file, REPLAYED_A_SECOND)) {
            var live = new Observers.Live(system.api());
            pushEveryKind(system);

            Set<String> valid = new HashSet<>(List.of("replayed-1", "replayed-3", "replayed-4"));
            IntStream.range(0, 100).forEach(i -> valid.add("pushed-" + i));
            valid.add("pushed/with:odd characters 한글?");
            Observers.await(
                    "every valid article is in Redis",
                    PATIENCE,
                    () -> Observers.stored(system.redisPort()).equals(valid));
            Observers.await(
                    "every valid article reached the client",
                    PATIENCE,
                    () -> live.ids().containsAll(valid));
            assertThat(live.ids()).isEqualTo(valid);
            assertThat(live.mostTimes()).isEqualTo(1);
            Observers.await(
                    "every invalid article is a dead letter",
                    PATIENCE,
                    () -> deadLetters(system).size() >= 6);
            assertThat(codes(deadLetters(system)))
                    .containsExactlyInAnyOrder(
                            "malformed_json",
                            "invalid_article",
                            "invalid_article",
                            "invalid_article",
                            "invalid_article",
                            "invalid_article");
            servesWhatItStored(system, valid.size());
        }
    }

    private static void pushEveryKind(Deployment system) {
        BlockingWebClient producer = WebClient.of(system.producer()).blocking();
        List<String> batch = new ArrayList<>();
        IntStream.range(0, 100)
                .forEach(i -> batch.add(article("pushed-" + i, "A pushed article number " + i)));
        assertThat(outcomes(push(producer, "[" + String.join(",", batch) + "]")))
                .hasSize(100)
                .containsOnly("accepted");
        assertThat(
                        outcomes(
                                push(
                                        producer,
                                        "["
                                                + batch.getFirst()
                                                + ",{\"title\":null},"
                                                + article("late", "x")
                                                + ",7]")))
                .containsExactly("duplicate", "rejected", "rejected", "rejected");
        assertThat(
                        outcomes(
                                push(
                                        producer,
                                        article(
                                                "pushed/with:odd characters 한글?",
                                                "An odd id is an id"))))
                .containsExactly("accepted");
        assertThat(push(producer, "{").status().code()).isEqualTo(400);
        assertThat(push(producer, "[]").status().code()).isEqualTo(400);
    }

    private static void servesWhatItStored(Deployment system, int count) {
        BlockingWebClient api = WebClient.of(system.api()).blocking();
        JsonNode recent = json(api.get("/news/recent?limit=100"));
        assertThat(recent.path("count").asInt()).isEqualTo(Math.min(count, 100));
        assertThat(json(api.get("/news/top?limit=5")).path("news").size()).isEqualTo(5);
        JsonNode one = json(api.get("/news/pushed-7"));
        assertThat(one.path("title").asString()).isEqualTo("A pushed article number 7");
        assertThat(one.path("content_revision").asInt()).isEqualTo(1);
        JsonNode odd =
                json(api.get("/news/pushed%2Fwith:odd%20characters%20%ED%95%9C%EA%B8%80%3F"));
        assertThat(odd.path("title").asString()).isEqualTo("An odd id is an id");
        assertThat(api.get("/news/nobody").status().code()).isEqualTo(404);
        AggregatedHttpResponse answer =
                WebClient.of(system.inference())
                        .blocking()
                        .prepare()
                        .post("/inference/single")
                        .content(
                                MediaType.JSON,
                                article("asked", "Shares surge after an excellent quarter"))
                        .execute();
        assertThat(json(answer).path("analysis").path("sentiment").asString())
                .isEqualTo("positive");
        assertThat(api.get("/health").status().code()).isEqualTo(200);
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(Deployment system) {
        return Observers.records(system.bootstrapServers(), "news_dead_letter");
    }

    private static List<String> codes(List<ConsumerRecord<byte[], byte[]>> letters) {
        return letters.stream()
                .map(letter ->
                        new String(
                                Objects.requireNonNull(
                                                letter.headers().lastHeader("newspulse.code"))
                                        .value(),
                                StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> outcomes(AggregatedHttpResponse answer) {
        assertThat(answer.status().code()).as(answer.contentUtf8()).isEqualTo(202);
        return json(answer)
                .path("outcomes")
                .valueStream()
                .map(one -> one.path("outcome").asString())
                .toList();
    }

    private static AggregatedHttpResponse push(BlockingWebClient producer, String body) {
        return producer.prepare().post("/articles").content(MediaType.JSON, body).execute();
    }

    private static JsonNode json(AggregatedHttpResponse answer) {
        return Json.mapper().readTree(answer.content().array());
    }

    private static String article(String id, String title) {
        return """
        {"id":"%s","source":{"name":"Herald"},"title":"%s","url":"https://example.com/a","publishedAt":"2026-03-01T00:00:00Z"}\
        """
                .formatted(id, title);
    }
}
