package newspulse.provider.injection;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.ProviderFixture;
import newspulse.provider.fake.FakeModels;
import newspulse.wire.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Every injection of the corpus, against models that do what it says.
final class InjectionTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Injection> corpus = Injection.corpus();
    private final ObeyingModel obeying = new ObeyingModel(corpus);
    private final FakeModels fake = new FakeModels().write(obeying).classify(obeying);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void theCorpusIsLargeAndOfManyKinds() {
        Map<String, Long> kinds =
                corpus.stream()
                        .collect(Collectors.groupingBy(Injection::kind, Collectors.counting()));
        assertThat(corpus.stream().map(Injection::article).distinct())
                .hasSizeGreaterThanOrEqualTo(200);
        assertThat(kinds)
                .containsKeys(
                        "direct",
                        "split over fields",
                        "encoded",
                        "multilingual",
                        "fake turns",
                        "JSON break-out",
                        "schema escape",
                        "fence breaker");
    }

    @Test
    void nothingEscapesFromAChatModelThatObeys() throws Exception {
        List<String> escapes = new ArrayList<>();
        List<Injection> unhindered = new ArrayList<>();
        try (var provider = ProviderFixture.openAi(fake, "h2c")) {
            for (Injection injection : corpus) {
                Optional<Answer> answer = ask(provider, injection, Set.of(Part.values()));
                if (answer.isPresent()) {
                    escapes.addAll(Escapes.of(injection.article(), answered(answer.get())));
                    escapes.addAll(quoted(injection, answer.get().refused().values()));
                    if (answer.get().refused().isEmpty()) {
                        unhindered.add(injection);
                    }
                }
            }
        }
        assertThat(escapes).isEmpty();
        assertThat(unhindered).isEmpty();
    }

    @Test
    void nothingEscapesFromClassifiersThatObey() throws Exception {
        List<String> escapes = new ArrayList<>();
        Set<Part> answered = new HashSet<>();
        Set<Part> refused = new HashSet<>();
        try (var provider =
                ProviderFixture.huggingFace(fake, "h2c", "HUGGINGFACE_MAX_TEXT", "8000")) {
            for (Injection injection : corpus) {
                for (Set<Part> call : provider.calls()) {
                    Answer answer = ask(provider, injection, call).orElseThrow();
                    escapes.addAll(Escapes.of(injection.article(), answered(answer)));
                    escapes.addAll(quoted(injection, answer.refused().values()));
                    answered.addAll(answer.answered().keySet());
                    refused.addAll(answer.refused().keySet());
                }
            }
        }
        assertThat(escapes).isEmpty();
        assertThat(answered).containsExactlyInAnyOrder(Part.values());
        assertThat(refused).containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void everyTextStaysInsideItsStringOfTheUserMessage() throws Exception {
        try (var provider = ProviderFixture.openAi(fake, "h2c")) {
            for (Injection injection : corpus) {
                var _ = ask(provider, injection, Set.of(Part.values()));
            }
        }
        Set<JsonNode> round = new HashSet<>();
        for (int i = 0; i < corpus.size(); i++) {
            var request = Json.mapper().readTree(fake.requests().get(i).content().array());
            JsonNode messages = request.path("messages");
            assertThat(messages.size()).isEqualTo(2);
            JsonNode user = messages.path(1);
            assertThat(user.path("role").stringValue()).isEqualTo("user");
            String text = user.path("content").stringValue();
            assertThat(text).doesNotContain("<", ">", "[", "]");
            JsonNode document = Json.mapper().readTree(text);
            assertThat(document.propertyNames()).containsExactly("article");
            var article = corpus.get(i).article();
            JsonNode fields = document.path("article");
            assertThat(fields.path("title").stringValue()).isEqualTo(article.title());
            assertThat(fields.path("description").stringValue(null))
                    .isEqualTo(article.description());
            assertThat(fields.path("content").stringValue(null)).isEqualTo(article.content());
            ((ObjectNode) user).remove("content");
            round.add(request);
        }
        assertThat(round).hasSize(1);
    }

    private static List<PartAnswer> answered(Answer answer) {
        return List.copyOf(answer.answered().values());
    }

    /// What a provider says of an answer that it refuses may hold nothing of it.
    private static List<String> quoted(Injection injection, Iterable<String> said) {
        List<String> quoted = new ArrayList<>();
        for (String one : said) {
            if (!one.matches("[A-Za-z0-9 ',]{5,80}") || injection.line().toString().contains(one)) {
                quoted.add(one);
            }
        }
        return quoted;
    }

    /// The answer, or nothing where there was none that could be one.
    private static Optional<Answer> ask(Provider provider, Injection injection, Set<Part> parts)
            throws InterruptedException {
        try {
            return Optional.of(provider.ask(injection.article(), parts, LIMIT));
        } catch (ProviderException e) {
            assertThat(e.failure()).as(injection.toString()).isEqualTo(CallFailure.INVALID_ANSWER);
            assertThat(quoted(injection, List.of(String.valueOf(e.getMessage())))).isEmpty();
            return Optional.empty();
        }
    }
}
