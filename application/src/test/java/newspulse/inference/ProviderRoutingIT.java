package newspulse.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Who answers, by `?provider=`.
class ProviderRoutingIT extends InferenceFixture {
    /// An importance of 0.3 and a doubt of three quarters make a score of 0.48.
    private static final double JUST_BELOW = 0.47;

    @Test
    void theLocalEngineAnswersUnlessToldOtherwise() {
        assertThat(tone(json(post("/inference/single", article("a"))))).isEqualTo("local");
        assertThat(tone(json(post("/inference/single?provider=local", article("a")))))
                .isEqualTo("local");
        assertThat(refinement.asked).isEmpty();
    }

    @Test
    void aProviderThatIsNamedAnswersAndSaysWhatItTook() {
        JsonNode answer = json(post("/inference/single?provider=onnx", article("a")));
        assertThat(tone(answer)).isEqualTo("onnx");
        JsonNode analysis = answer.path("analysis");
        assertThat(analysis.path("providers").path("topics").asString()).isEqualTo("local");
        assertThat(analysis.path("cost_usd").asDouble()).isEqualTo(2.5e-6);
        assertThat(analysis.path("tokens").asInt()).isEqualTo(40);
        assertThat(refinement.asked.getFirst().providers()).containsExactly("onnx");
        assertThat(refinement.asked.getFirst().deadline())
                .isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void autoAsksAllInOrderAboutWhatDeservesIt() throws Exception {
        assertThat(tone(json(post("/inference/single?provider=auto", article("a")))))
                .isEqualTo("local");
        stopServing();
        minScore = JUST_BELOW;
        serve(config(Duration.ofSeconds(20), 2, false));
        assertThat(tone(json(post("/inference/single?provider=auto", article("a")))))
                .isEqualTo("openai");
        assertThat(refinement.asked.getFirst().providers()).containsExactly("openai", "onnx");
    }

    @Test
    void autoIsTheDefaultWhereExternalModelsAreOn() throws Exception {
        stopServing();
        minScore = JUST_BELOW;
        serve(config(Duration.ofSeconds(20), 2, true));
        assertThat(tone(json(post("/inference/single", article("a"))))).isEqualTo("openai");
        assertThat(tone(json(post("/inference/single?provider=local", article("a")))))
                .isEqualTo("local");
    }

    @Test
    void aNameThatIsNotSetUpIsRefusedWithThoseThatAre() {
        for (String path : List.of("/inference/single", "/inference/batch")) {
            JsonNode fault =
                    assertProblem(
                                    post(path + "?provider=huggingface", articles(1)),
                                    400,
                                    "invalid_request")
                            .path("errors")
                            .get(0);
            assertThat(fault.path("path").asString()).isEqualTo("provider");
            assertThat(fault.path("message").asString()).endsWith(": local, auto, openai, onnx");
            assertThat(fault.path("rejected").asString()).isEqualTo("huggingface");
        }
    }

    @Test
    void aBatchIsRefinedSideBySideInOrderAndOneThatFailsKeepsItsLocalAnswer() {
        String body = "[" + article("a") + "," + article("broken") + "," + article("c") + "]";
        JsonNode answers = json(post("/inference/batch?provider=openai", body));
        assertThat(answers.valueStream().map(one -> one.path("id").asString()))
                .containsExactly("a", "broken", "c");
        assertThat(answers.valueStream().map(ProviderRoutingIT::tone))
                .containsExactly("openai", "local", "openai");
    }

    @Test
    void waitingForProvidersTakesNoPlaceFromLocalRequests() throws Exception {
        refinement.closeGate();
        List<CompletableFuture<JsonNode>> waiting =
                List.of(outside("a"), outside("b"), outside("c"), outside("d"));
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (refinement.asked.size() < 2 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(refinement.asked).hasSize(2);
        for (int i = 0; i < 20; i++) {
            assertThat(post("/inference/single", article("l" + i)).status().code()).isEqualTo(200);
        }
        refinement.gate.countDown();
        for (CompletableFuture<JsonNode> one : waiting) {
            assertThat(tone(one.get())).isEqualTo("openai");
        }
    }

    @Test
    void articlesBeyondWhatMayWaitOrWhoseTimeIsOverKeepTheirLocalAnswers() throws Exception {
        stopServing();
        serve(config(Duration.ofMillis(500), 1, false));
        refinement.closeGate();
        JsonNode answers = json(post("/inference/batch?provider=openai", articles(5)));
        assertThat(answers.valueStream().map(ProviderRoutingIT::tone))
                .hasSize(5)
                .containsOnly("local");
        assertThat(refinement.asked).hasSize(1);
    }

    @Test
    void explainsOnlyWhatTheLocalEngineSaid() {
        JsonNode answer =
                json(post("/inference/single?provider=openai&explain=true", article("a")));
        assertThat(answer.path("analysis").path("explanation").valueStream())
                .extracting(reason -> reason.path("answer").asString())
                .containsExactly("topics");
    }

    private CompletableFuture<JsonNode> outside(String id) {
        return CompletableFuture.supplyAsync(
                () -> json(post("/inference/single?provider=openai", article(id))),
                runnable -> Thread.ofVirtual().start(runnable));
    }

    private static InferenceConfig config(
            Duration timeout, int maxRefining, boolean refinesByDefault) {
        return new InferenceConfig(
                2, 2, 1 << 20, timeout, maxRefining, refinesByDefault, 10, Duration.ofMillis(50));
    }

    private static String tone(JsonNode article) {
        return article.path("analysis").path("providers").path("sentiment").asString();
    }
}
