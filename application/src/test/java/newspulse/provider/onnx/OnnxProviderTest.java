package newspulse.provider.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.config.ConfigurationException;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Part;
import newspulse.model.Sentiment;
import newspulse.model.Source;
import newspulse.model.Subject;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class OnnxProviderTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final NativeObjects objects = new NativeObjects();
    @TempDir private Path directory = Path.of(".");

    static Article article(String title, @Nullable String content) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return new Article(
                "a",
                new Source(null, "Test"),
                title,
                null,
                content,
                null,
                "https://news.example/a",
                null,
                now,
                null,
                false);
    }

    private OnnxProvider open() {
        return OnnxProvider.open(TestModels.settings(directory), registry, objects);
    }

    private static PartAnswer ask(Provider provider, Part part, Article article)
            throws ProviderException, InterruptedException {
        PartAnswer answer = provider.ask(article, Set.of(part), LONG).answered().get(part);
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    void toneIsWhatTheModelComputesByHand() throws Exception {
        TestModels.tone(directory);
        try (OnnxProvider provider = open()) {
            PartAnswer answer = ask(provider, Part.SENTIMENT, article("good good news", null));

            // [CLS] good good news [SEP]: logits (8/5, 3/5, 0)
            double sum = Math.exp(1.6) + Math.exp(0.6) + 1;
            PartAnswer.Tone tone = (PartAnswer.Tone) answer;
            assertThat(tone.sentiment()).isEqualTo(Sentiment.POSITIVE);
            assertThat(tone.confidence()).isCloseTo(Math.exp(1.6) / sum, within(1e-4));
            assertThat(tone.score()).isCloseTo((Math.exp(1.6) - 1) / sum, within(1e-4));
        }
    }

    @Test
    void yesOrNoSubjectsStandEachOnItsOwn() throws Exception {
        TestModels.subjects(directory);
        try (OnnxProvider provider = open()) {
            PartAnswer answer = ask(provider, Part.SUBJECTS, article("match vote", null));

            // [CLS] match vote [SEP]: 8/4 - 1 for each
            double likely = 1 / (1 + Math.exp(-1));
            assertThat(((PartAnswer.Subjects) answer).scores())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.score()).isCloseTo(likely, within(1e-4)))
                    .extracting(one -> one.subject())
                    .containsExactlyInAnyOrder(Subject.SPORT, Subject.POLITICS);
        }
    }

    @Test
    void namesAreJoinedOfSubWordsAndFoundInUtf16() throws Exception {
        TestModels.names(directory, 64);
        try (OnnxProvider provider = open()) {
            Article article =
                    article("\uD83D\uDE80 Ada Lovelace, Paris", "News of Paris. 서울 news.");
            PartAnswer answer = ask(provider, Part.ENTITIES, article);

            List<Entity> entities = ((PartAnswer.Entities) answer).entities();
            assertThat(entities)
                    .extracting(one -> one.text() + " " + one.type())
                    .containsExactlyInAnyOrder(
                            "Ada Lovelace PERSON", "Paris LOCATION", "서울 LOCATION");
            assertThat(entities.getFirst().text()).isEqualTo("Paris");
            assertThat(entities.getFirst().mentions())
                    .containsExactly(
                            new Mention(Field.TITLE, 17, 22), new Mention(Field.CONTENT, 8, 13));
        }
    }

    @Test
    void aLongTextIsReadInWindowsToItsEnd() throws Exception {
        TestModels.names(directory, 16);
        String content = "plain ".repeat(70) + "ada love " + "plain ".repeat(70) + "acme corp";
        try (OnnxProvider provider = open()) {
            PartAnswer answer = ask(provider, Part.ENTITIES, article("plain title", content));

            assertThat(((PartAnswer.Entities) answer).entities())
                    .extracting(Entity::text)
                    .containsExactlyInAnyOrder("ada love", "acme corp");
        }
    }

    @Test
    void aLongTextIsJudgedByItsBeginning() throws Exception {
        TestModels.tone(directory);
        try (OnnxProvider provider = open()) {
            String content = "good ".repeat(80) + "bad ".repeat(800);
            PartAnswer answer = ask(provider, Part.SENTIMENT, article("good news", content));

            assertThat(((PartAnswer.Tone) answer).sentiment()).isEqualTo(Sentiment.POSITIVE);
        }
    }

    @Test
    void eachOfManyCallsInOneBatchGetsItsOwnAnswerAndNothingNativeIsLeft() throws Exception {
        TestModels.tone(directory.resolve("tone"));
        TestModels.names(directory.resolve("names"), 64);
        int calls = 4_000;
        try (OnnxProvider provider = open();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            int sessions = objects.open();
            List<Callable<PartAnswer>> all = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                String word = i % 2 == 0 ? "good " : "bad ";
                Article article = article("news " + word.repeat(1 + i % 9), null);
                all.add(() -> ask(provider, Part.SENTIMENT, article));
            }
            List<Future<PartAnswer>> answers = executor.invokeAll(all);
            for (int i = 0; i < calls; i++) {
                Sentiment expected = i % 2 == 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
                PartAnswer.Tone tone = (PartAnswer.Tone) answers.get(i).get();
                assertThat(tone.sentiment()).isEqualTo(expected);
            }
            assertThat(sessions).isEqualTo(2);
            assertThat(objects.open()).isEqualTo(sessions);
        }
        assertThat(objects.open()).isZero();
        var sizes = registry.get("onnx_batch_size").tag("model", "tone").summary();
        assertThat(sizes.totalAmount()).isEqualTo(calls);
        assertThat(sizes.mean()).isGreaterThan(2);
    }

    @Test
    void saysWhatItAnswersForNothingAndByWhichFiles() throws Exception {
        TestModels.tone(directory.resolve("tone"));
        TestModels.names(directory.resolve("names"), 64);
        String before;
        try (OnnxProvider provider = open()) {
            before = provider.version();
            assertThat(provider.calls())
                    .containsExactlyInAnyOrder(Set.of(Part.SENTIMENT), Set.of(Part.ENTITIES));
            assertThat(provider.worstCase(article("good news", null), Set.of(Part.SENTIMENT)))
                    .isEqualTo(Usage.NONE);
            assertThatThrownBy(() -> ask(provider, Part.KEYWORDS, article("good news", null)))
                    .isInstanceOfSatisfying(
                            ProviderException.class,
                            e -> assertThat(e.failure()).isEqualTo(CallFailure.REJECTED));
        }
        TestModels.names(directory.resolve("names"), 32);
        try (OnnxProvider provider = open()) {
            assertThat(provider.version()).isNotEqualTo(before);
        }
    }

    @Test
    void twoModelsForOnePartAreRefusedAndNothingStaysOpen() {
        TestModels.tone(directory.resolve("a"));
        TestModels.tone(directory.resolve("b"));

        assertThatThrownBy(this::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("answers sentiment, as another model does");
        assertThat(objects.open()).isZero();
    }

    @Test
    void cudaThatIsMissingIsSaid() {
        TestModels.tone(directory);
        OnnxConfig cpu = TestModels.settings(directory);
        OnnxConfig cuda =
                new OnnxConfig(
                        directory,
                        Device.CUDA,
                        1,
                        8,
                        4_096,
                        cpu.batchDelay(),
                        256,
                        null,
                        cpu.cacheDirectory());

        assertThatThrownBy(() -> OnnxProvider.open(cuda, registry))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ONNX_DEVICE needs ONNX Runtime's build for GPUs")
                .hasMessageContaining("ONNX_LIBRARY_DIR");
    }
}
