package newspulse.provider.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.config.Settings;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Sentiment;
import newspulse.provider.Answer;
import newspulse.provider.Answers;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Refinement.Miss;
import newspulse.provider.Refinement.Refined;
import newspulse.provider.ScriptedProvider;
import newspulse.provider.Usage;
import newspulse.provider.cache.AnswerCache;
import newspulse.provider.policy.Policies;
import newspulse.provider.time.Time;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

class ProviderChainTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Article ARTICLE = Answers.article("x");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final List<String> BOTH = List.of("openai", "huggingface");
    private static final Usage COST = new Usage(10, 5, 2_000);

    private final ScriptedProvider first = new ScriptedProvider("openai").costs(COST);
    private final ScriptedProvider second =
            new ScriptedProvider(
                            "huggingface",
                            List.of(
                                    Set.of(Part.SENTIMENT),
                                    Set.of(Part.SUBJECTS),
                                    Set.of(Part.ENTITIES)))
                    .costs(COST);
    private final RememberingCache cache = new RememberingCache();

    @Test
    void theFirstAnswersAllInOneCall() throws Exception {
        Refined refined = refine();
        Analysis analysis = refined.analysis();
        assertThat(refined.misses()).isEmpty();
        assertThat(first.asked()).containsExactly(Set.of(Part.values()));
        assertThat(second.asked()).isEmpty();
        assertThat(analysis.sentiment()).isEqualTo(Sentiment.POSITIVE);
        assertThat(analysis.sentimentScore()).isEqualTo(0.7);
        assertThat(analysis.confidence()).isEqualTo(0.8);
        assertThat(analysis.keywords()).containsExactly("borealis", "new plant");
        assertThat(analysis.entities()).hasSize(1);
        assertThat(analysis.subjects()).hasSize(1);
        assertThat(analysis.importanceScore()).isEqualTo(0.4);
        assertThat(analysis.modelVersion()).isEqualTo("local-1+openai:v1");
        assertThat(analysis.analyzedAt()).isEqualTo(NOW);
        Provenance provenance = analysis.provenance();
        assertThat(provenance.providers().values()).containsOnly("openai");
        assertThat(provenance.costNanoUsd()).isEqualTo(2_000);
        assertThat(provenance.tokens()).isEqualTo(15);
    }

    @Test
    void aPartThatFailsFallsBackAloneAndStaysLocalAtTheEnd() throws Exception {
        first.does((_, _, _) ->
                new Answer(
                        Map.of(Part.SUBJECTS, Answers.to(Part.SUBJECTS)),
                        Map.of(Part.ENTITIES, "not in the text"),
                        Usage.NONE));
        second.does((_, parts, _) -> {
            if (parts.contains(Part.SENTIMENT)) {
                throw ProviderException.charged(CallFailure.REFUSED, "no");
            }
            return Answers.to(parts, Usage.NONE);
        });
        Refined refined = refine();
        assertThat(refined.analysis().provenance().providers())
                .isEqualTo(
                        Map.of(
                                Part.SUBJECTS, "openai",
                                Part.ENTITIES, "huggingface",
                                Part.SENTIMENT, "local",
                                Part.KEYWORDS, "local"));
        assertThat(refined.misses())
                .containsExactlyInAnyOrder(
                        new Miss("openai", Part.SENTIMENT, CallFailure.INVALID_ANSWER),
                        new Miss("openai", Part.KEYWORDS, CallFailure.INVALID_ANSWER),
                        new Miss("openai", Part.ENTITIES, CallFailure.INVALID_ANSWER),
                        new Miss("huggingface", Part.SENTIMENT, CallFailure.REFUSED));
        assertThat(refined.analysis().keywords()).isEqualTo(Answers.local().keywords());
        assertThat(refined.analysis().provenance().costNanoUsd()).isEqualTo(2_000);
    }

    @Test
    void callsThatDoNotNeedEachOtherRunSideBySide() throws Exception {
        var together = new CyclicBarrier(3);
        second.does((_, parts, _) -> {
            try {
                together.await(LONG.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.BrokenBarrierException
                    | java.util.concurrent.TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return Answers.to(parts, Usage.NONE);
        });
        Refined refined =
                chain(Time.real()).refine(ARTICLE, Answers.local(), List.of("huggingface"), LONG);
        assertThat(refined.misses()).isEmpty();
    }

    @Test
    void endsAtTheDeadlineWithWhatIsThereAndCancelsTheRest() throws Exception {
        var cancelled = new CountDownLatch(1);
        second.does((_, parts, _) -> {
            if (parts.contains(Part.ENTITIES)) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    cancelled.countDown();
                    throw e;
                }
            }
            return Answers.to(parts, Usage.NONE);
        });
        Refined refined =
                chain(Time.real())
                        .refine(
                                ARTICLE,
                                Answers.local(),
                                List.of("huggingface"),
                                Duration.ofMillis(500));
        assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(refined.analysis().provenance().providers())
                .containsEntry(Part.SENTIMENT, "huggingface")
                .containsEntry(Part.ENTITIES, "local");
        assertThat(refined.misses())
                .containsExactly(
                        new Miss("huggingface", Part.ENTITIES, CallFailure.DEADLINE_EXCEEDED));
        assertThat(refined.analysis().provenance().costNanoUsd()).isEqualTo(2_000);
    }

    @Test
    void aHangingFirstLeavesTimeForTheSecond() throws Exception {
        first.does((_, _, timeout) -> {
            Thread.sleep(timeout);
            throw ProviderException.charged(CallFailure.TIMED_OUT, "late");
        });
        Refined refined =
                chain(Time.real()).refine(ARTICLE, Answers.local(), BOTH, Duration.ofMillis(800));
        assertThat(refined.analysis().provenance().providers())
                .containsEntry(Part.SENTIMENT, "huggingface")
                .containsEntry(Part.KEYWORDS, "local");
    }

    @Test
    void whatIsKnownIsNotAskedAgainCostsNothingAndIsMarked() throws Exception {
        cache.keep(first, ARTICLE, Map.of(Part.KEYWORDS, Answers.to(Part.KEYWORDS)));
        Refined one = refine();
        assertThat(first.asked())
                .containsExactly(Set.of(Part.SENTIMENT, Part.SUBJECTS, Part.ENTITIES));
        assertThat(one.analysis().provenance().cached()).containsExactly(Part.KEYWORDS);
        Refined two = refine();
        assertThat(first.asked()).hasSize(1);
        assertThat(two.analysis().provenance().cached()).hasSize(4);
        assertThat(two.analysis().provenance().costNanoUsd()).isZero();
    }

    @Test
    void anAnswerThatBreaksTheRulesOfAnAnalysisIsNeitherTakenNorKept() throws Exception {
        first.does((_, _, _) ->
                new Answer(
                        Map.of(
                                Part.SENTIMENT, new PartAnswer.Tone(Sentiment.POSITIVE, 7, 1),
                                Part.KEYWORDS, new PartAnswer.Keywords(List.of("a", "a")),
                                Part.SUBJECTS, Answers.to(Part.KEYWORDS)),
                        Map.of(),
                        null));
        Refined refined =
                chain(Time.real()).refine(ARTICLE, Answers.local(), List.of("openai"), LONG);
        assertThat(refined.analysis().provenance().isRefined()).isFalse();
        assertThat(refined.analysis().modelVersion()).isEqualTo("local-1");
        assertThat(refined.analysis().analyzedAt()).isEqualTo(Answers.LOCALLY);
        assertThat(cache.kept).isEmpty();
    }

    @Test
    void theNameOfAllThatAnsweredIsNeverTooLong() throws Exception {
        first.version("v".repeat(500));
        assertThat(refine().analysis().modelVersion()).hasSize(200).startsWith("local-1+openai:v");
    }

    @Test
    void asksInTheCallersOrderAndPassesOverWhoIsNotSetUp() throws Exception {
        ProviderChain chain = chain(Time.real());
        assertThat(chain.providers()).containsExactly("openai", "huggingface");
        Refined refined =
                chain.refine(
                        ARTICLE, Answers.local(), List.of("onnx", "huggingface", "openai"), LONG);
        assertThat(refined.analysis().provenance().providers())
                .containsEntry(Part.SENTIMENT, "huggingface")
                .containsEntry(Part.KEYWORDS, "openai");
        assertThat(chain.refine(ARTICLE, Answers.local(), List.of(), LONG).analysis())
                .isEqualTo(Answers.local());
        chain.close();
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
    }

    private Refined refine() throws InterruptedException {
        return chain(Time.real()).refine(ARTICLE, Answers.local(), BOTH, LONG);
    }

    private ProviderChain chain(Time time) {
        ChainConfig defaults = ChainConfig.from(new Settings(Map.of("PROVIDER_DEADLINE", "60")));
        return new ProviderChain(
                defaults,
                List.of(second, first),
                Policies.UNBOUNDED,
                cache,
                new SimpleMeterRegistry(),
                () -> NOW,
                time);
    }

    private static final class RememberingCache implements AnswerCache {
        private final Map<Part, PartAnswer> kept = new ConcurrentHashMap<>();

        @Override
        public Map<Part, PartAnswer> find(Provider provider, Article article, Set<Part> parts) {
            if (!provider.name().equals("openai")) {
                return Map.of();
            }
            Map<Part, PartAnswer> found = new ConcurrentHashMap<>(kept);
            found.keySet().retainAll(parts);
            return found;
        }

        @Override
        public void keep(Provider provider, Article article, Map<Part, PartAnswer> answers) {
            kept.putAll(answers);
        }
    }
}
