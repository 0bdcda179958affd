package newspulse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import newspulse.model.Part;
import newspulse.provider.fake.Behaviour;
import newspulse.provider.fake.FakeModels;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Both providers against a server on a bad day, over HTTP/1.1 and HTTP/2.
final class MisbehaviourTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final FakeModels fake = new FakeModels();

    @AfterEach
    void close() {
        fake.close();
    }

    record Bad(Behaviour behaviour, CallFailure failure, boolean charged, Duration limit) {}

    private static final List<Bad> BOTH =
            List.of(
                    new Bad(Behaviour.RATE_LIMITED, CallFailure.RATE_LIMITED, false, LONG),
                    new Bad(Behaviour.RATE_LIMITED_SECONDS, CallFailure.RATE_LIMITED, false, LONG),
                    new Bad(Behaviour.RATE_LIMITED_DATE, CallFailure.RATE_LIMITED, false, LONG),
                    new Bad(Behaviour.OUT_OF_CREDIT, CallFailure.REJECTED, false, LONG),
                    new Bad(Behaviour.UNAUTHORIZED, CallFailure.UNAUTHORIZED, false, LONG),
                    new Bad(Behaviour.FORBIDDEN, CallFailure.UNAUTHORIZED, false, LONG),
                    new Bad(Behaviour.NOT_FOUND, CallFailure.REJECTED, false, LONG),
                    new Bad(Behaviour.REDIRECT, CallFailure.REJECTED, false, LONG),
                    new Bad(Behaviour.ERROR_500, CallFailure.SERVER_ERROR, true, LONG),
                    new Bad(Behaviour.BAD_GATEWAY, CallFailure.SERVER_ERROR, true, LONG),
                    new Bad(Behaviour.UNAVAILABLE, CallFailure.SERVER_ERROR, false, LONG),
                    new Bad(Behaviour.LOADING, CallFailure.LOADING, false, LONG),
                    new Bad(Behaviour.SLOW_DRIP, CallFailure.TIMED_OUT, true, SHORT),
                    new Bad(Behaviour.HANG, CallFailure.TIMED_OUT, true, SHORT),
                    new Bad(Behaviour.CUT, CallFailure.CONNECTION_FAILED, true, LONG),
                    new Bad(Behaviour.CONTENT_TYPE, CallFailure.UNREADABLE_ANSWER, true, LONG),
                    new Bad(Behaviour.TRUNCATED, CallFailure.UNREADABLE_ANSWER, true, LONG),
                    new Bad(Behaviour.HUGE, CallFailure.UNREADABLE_ANSWER, true, LONG));

    private static final List<Bad> CHAT =
            List.of(
                    new Bad(Behaviour.WRONG_SCHEMA, CallFailure.INVALID_ANSWER, true, LONG),
                    new Bad(Behaviour.NO_CHOICES, CallFailure.UNREADABLE_ANSWER, true, LONG),
                    new Bad(Behaviour.REFUSAL, CallFailure.REFUSED, true, LONG));

    static Stream<Arguments> badDays() {
        List<Arguments> days = new ArrayList<>();
        for (String scheme : List.of("http", "h2c")) {
            BOTH.forEach(bad -> days.add(Arguments.of("openai", scheme, bad)));
            BOTH.forEach(bad -> days.add(Arguments.of("huggingface", scheme, bad)));
            CHAT.forEach(bad -> days.add(Arguments.of("openai", scheme, bad)));
        }
        return days.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("badDays")
    void namesWhatWentWrongAndWhetherItMayHaveCostSomething(String name, String scheme, Bad bad)
            throws Exception {
        try (Provider provider = provider(name, scheme)) {
            connect(provider); // so that a short limit is all for the answer
            fake.behave(bad.behaviour());
            ProviderException thrown = failure(provider, bad.limit());
            assertThat(thrown.failure()).isEqualTo(bad.failure());
            assertThat(thrown.isCharged()).isEqualTo(bad.charged());
            assertThat(thrown).hasMessageNotContaining(ProviderFixture.KEY);
            assertThat(thrown.getCause()).isNull();
        }
        assertThat(fake.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"openai, http", "openai, h2c", "huggingface, http", "huggingface, h2c"})
    void whatBreaksOffBeforeAnAnswerMayHaveCostSomethingAndIsForgottenOnceItIsBack(
            String name, String scheme) throws Exception {
        fake.dark();
        try (Provider provider = provider(name, scheme)) {
            ProviderException thrown = failure(provider, LONG);
            assertThat(thrown.failure()).isEqualTo(CallFailure.CONNECTION_FAILED);
            assertThat(thrown.isCharged()).isTrue();
            fake.bright();
            connect(provider);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "huggingface"})
    void nothingListeningIsFree(String name) {
        String port = "http://127.0.0.1:1";
        try (Provider nowhere =
                name.equals("openai")
                        ? ProviderFixture.openAi(fake, "http", "OPENAI_BASE_URL", port)
                        : ProviderFixture.huggingFace(fake, "http", "HUGGINGFACE_BASE_URL", port)) {
            ProviderException thrown = failure(nowhere, LONG);
            assertThat(thrown.failure()).isEqualTo(CallFailure.CONNECTION_FAILED);
            assertThat(thrown.isCharged()).isFalse();
        }
    }

    @Test
    void tellsHowLongToWait() {
        try (Provider provider = provider("huggingface", "http")) {
            fake.behave(Behaviour.RATE_LIMITED);
            assertThat(failure(provider, LONG).retryAfter()).isEmpty();
            fake.behave(Behaviour.RATE_LIMITED_SECONDS);
            assertThat(failure(provider, LONG).retryAfter()).contains(Duration.ofSeconds(7));
            fake.behave(Behaviour.RATE_LIMITED_DATE);
            assertThat(failure(provider, LONG).retryAfter())
                    .hasValueSatisfying(wait ->
                            assertThat(wait)
                                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(90)));
            fake.behave(Behaviour.LOADING);
            assertThat(failure(provider, LONG).retryAfter()).contains(Duration.ofSeconds(20));
        }
    }

    @Test
    void refusesThePartWhoseClassifierAnswersInAnotherForm() throws Exception {
        fake.behave(Behaviour.WRONG_SCHEMA);
        try (Provider provider = provider("huggingface", "http")) {
            for (Set<Part> call : provider.calls()) {
                Answer answer = provider.ask(ProviderFixture.article(), call, LONG);
                assertThat(answer.answered()).isEmpty();
                assertThat(answer.refused()).containsOnlyKeys(call);
            }
        }
    }

    @Test
    void saysNothingOfUsageWhereTheServerDoesNot() throws Exception {
        fake.behave(Behaviour.NO_USAGE);
        try (Provider provider = provider("openai", "http")) {
            Answer answer = provider.ask(ProviderFixture.article(), Set.of(Part.SENTIMENT), LONG);
            assertThat(answer.usage()).isNull();
            assertThat(answer.answered()).containsOnlyKeys(Part.SENTIMENT);
        }
    }

    @Test
    void givesUpWhenInterrupted() {
        fake.behave(Behaviour.HANG);
        try (Provider provider = provider("openai", "http")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() ->
                            provider.ask(ProviderFixture.article(), Set.of(Part.SENTIMENT), LONG))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private Provider provider(String name, String scheme) {
        return name.equals("openai")
                ? ProviderFixture.openAi(fake, scheme)
                : ProviderFixture.huggingFace(fake, scheme);
    }

    private static void connect(Provider provider) throws Exception {
        provider.ask(ProviderFixture.article(), provider.calls().getFirst(), LONG);
    }

    private static ProviderException failure(Provider provider, Duration limit) {
        ProviderException thrown =
                catchThrowableOfType(
                        ProviderException.class,
                        () ->
                                provider.ask(
                                        ProviderFixture.article(),
                                        provider.calls().getFirst(),
                                        limit));
        assertThat(thrown).isNotNull();
        return thrown;
    }
}
