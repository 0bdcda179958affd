package newspulse.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.Answers;
import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;
import newspulse.provider.ScriptedProvider;
import newspulse.provider.Usage;
import newspulse.provider.budget.Budget;
import newspulse.provider.time.Deadline;
import newspulse.provider.time.ManualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class CallPolicyTest {
    private static final Set<Part> ALL = Set.of(Part.values());
    private static final Article ARTICLE = Answers.article("x");
    private static final Usage WORST = new Usage(100, 50, 1_000);
    private static final Duration TEN = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ScriptedProvider provider = new ScriptedProvider("openai").costs(WORST);
    private final Tally tally = new Tally();
    private final List<Usage> settled = new ArrayList<>();
    private final Budget budget = (_, _) -> settled::add;

    @Test
    void settlesWithWhatTheProviderSaysItTook() throws Exception {
        var said = new Usage(10, 5, 100);
        provider.does((_, parts, _) -> Answers.to(parts, said));
        ask(policy(Policies.plain()), TEN);
        assertThat(settled).containsExactly(said);
        assertThat(tally.total()).isEqualTo(said);
        assertThat(registry.counter("provider_cost_usd", "provider", "openai").count())
                .isEqualTo(100 / 1e9);
    }

    @Test
    void whatAProviderDoesNotSayCountsAsTheMost() throws Exception {
        ask(policy(Policies.plain()), TEN);
        assertThat(settled).containsExactly(WORST);
        assertThat(tally.total()).isEqualTo(WORST);
    }

    @Test
    void aFailureCountsAsTheMostUnlessItWasTurnedAway() {
        provider.fails(ProviderException.charged(CallFailure.REFUSED, "no"));
        assertThat(failure(policy(Policies.plain()), TEN)).isEqualTo(CallFailure.REFUSED);
        provider.fails(ProviderException.free(CallFailure.REJECTED, "no"));
        assertThat(failure(policy(Policies.plain()), TEN)).isEqualTo(CallFailure.REJECTED);
        assertThat(settled).containsExactly(WORST, Usage.NONE);
        assertThat(tally.total()).isEqualTo(WORST);
    }

    @Test
    void aFailureCountsAsWhatTheProviderSaysItTook() {
        var said = new Usage(10, 5, 100);
        provider.fails(ProviderException.charged(CallFailure.REFUSED, "no").taking(said));
        assertThat(failure(policy(Policies.plain()), TEN)).isEqualTo(CallFailure.REFUSED);
        assertThat(settled).containsExactly(said);
    }

    @Test
    void triesAgainAndCountsBothTries() throws Exception {
        var tries = new AtomicInteger();
        provider.does((_, parts, _) -> {
            if (tries.incrementAndGet() < 3) {
                throw ProviderException.charged(CallFailure.SERVER_ERROR, "502");
            }
            return Answers.to(parts, Usage.NONE);
        });
        ask(policy(tries(3)), TEN);
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(tally.total()).isEqualTo(WORST.plus(WORST));
        assertThat(registry.counter("provider_retries", "provider", "openai").count()).isEqualTo(2);
    }

    @Test
    void aRetryAfterBeyondTheDeadlineFailsAtOnce() {
        provider.fails(
                ProviderException.free(CallFailure.RATE_LIMITED, "429")
                        .after(Duration.ofMinutes(5)));
        assertThat(failure(policy(tries(3)), TEN)).isEqualTo(CallFailure.RATE_LIMITED);
        assertThat(time.sleeps()).isEmpty();
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void whatOneCallIsAskedToWaitTheOthersWaitToo() throws Exception {
        CallPolicy policy = policy(Policies.plain());
        provider.fails(
                ProviderException.free(CallFailure.RATE_LIMITED, "429")
                        .after(Duration.ofSeconds(20)));
        failure(policy, TEN);
        provider.does((_, parts, _) -> Answers.to(parts, null));
        assertThat(failure(policy, TEN)).isEqualTo(CallFailure.SATURATED);
        assertThat(provider.asked()).hasSize(1);
        ask(policy, Duration.ofSeconds(30));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void givesATryNoMoreTimeThanIsLeft() throws Exception {
        List<Duration> given = new ArrayList<>();
        provider.does((_, parts, timeout) -> {
            given.add(timeout);
            return Answers.to(parts, null);
        });
        CallPolicy policy = policy(Policies.plain());
        ask(policy, Duration.ofMillis(700));
        ask(policy, TEN);
        assertThat(given).containsExactly(Duration.ofMillis(700), Duration.ofSeconds(2));
    }

    @Test
    void holdsTheRateOfRequestsAndOfTokens() throws Exception {
        CallPolicy requests = policy(Policies.of(10, 60, 0, 1, TEN));
        ask(requests, TEN);
        ask(requests, TEN);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
        CallPolicy tokens = policy(Policies.of(10, 0, 3_000, 1, TEN));
        ask(tokens, TEN);
        ask(tokens, TEN);
        assertThat(time.sleeps()).hasSize(2).last().isEqualTo(Duration.ofMillis(2020));
    }

    @Test
    void knowsAProviderToBeDownUntilAProbeSucceeds() throws Exception {
        CallPolicy policy = policy(Policies.plain());
        provider.fails(ProviderException.free(CallFailure.CONNECTION_FAILED, "refused"));
        for (int i = 0; i < 10; i++) {
            assertThat(failure(policy, TEN)).isEqualTo(CallFailure.CONNECTION_FAILED);
        }
        assertThat(failure(policy, TEN)).isEqualTo(CallFailure.CIRCUIT_OPEN);
        assertThat(provider.asked()).hasSize(10);
        assertThat(registry.get("provider_breaker_state").gauge().value()).isEqualTo(2);

        time.advance(Duration.ofSeconds(6));
        provider.does((_, parts, _) -> Answers.to(parts, null));
        for (int i = 0; i < 3; i++) {
            ask(policy, TEN);
        }
        assertThat(registry.get("provider_breaker_state").gauge().value()).isZero();
    }

    @Test
    void whatIsNoFaultOfTheProvidersLeavesTheBreakerClosed() {
        CallPolicy policy = policy(Policies.plain());
        for (CallFailure harmless :
                List.of(
                        CallFailure.REJECTED,
                        CallFailure.INVALID_ANSWER,
                        CallFailure.REFUSED,
                        CallFailure.RATE_LIMITED)) {
            provider.fails(ProviderException.free(harmless, "no"));
            for (int i = 0; i < 20; i++) {
                assertThat(failure(policy, TEN)).isEqualTo(harmless);
            }
        }
    }

    @Test
    void aProbeThatTheBudgetForbidsIsNotLost() throws Exception {
        var isRich = new boolean[] {true};
        CallPolicy policy =
                new CallPolicy(
                        provider,
                        Policies.plain(),
                        (_, _) -> {
                            if (!isRich[0]) {
                                throw ProviderException.free(CallFailure.OVER_BUDGET, "no");
                            }
                            return _ -> {};
                        },
                        registry,
                        time);
        provider.fails(ProviderException.free(CallFailure.SERVER_ERROR, "500"));
        for (int i = 0; i < 10; i++) {
            failure(policy, TEN);
        }
        time.advance(Duration.ofSeconds(6));
        isRich[0] = false;
        for (int i = 0; i < 5; i++) {
            assertThat(failure(policy, TEN)).isEqualTo(CallFailure.OVER_BUDGET);
        }
        isRich[0] = true;
        provider.does((_, parts, _) -> Answers.to(parts, null));
        assertThat(ask(policy, TEN).answered()).hasSize(4);
    }

    @Test
    void aFaultOfTheProvidersCodeIsAFailureLikeAnother() {
        provider.does((_, _, _) -> {
            throw new IllegalStateException("bug");
        });
        assertThat(failure(policy(Policies.plain()), TEN)).isEqualTo(CallFailure.INTERNAL_ERROR);
        assertThat(settled).containsExactly(WORST);
    }

    private CallPolicy policy(PolicyConfig config) {
        return new CallPolicy(provider, config, budget, registry, time);
    }

    private static PolicyConfig tries(int attempts) {
        return Policies.of(10, 0, 0, attempts, Duration.ofSeconds(2));
    }

    private Answer ask(CallPolicy policy, Duration deadline) throws Exception {
        return policy.ask(ARTICLE, ALL, Deadline.in(deadline, time), tally);
    }

    private CallFailure failure(CallPolicy policy, Duration deadline) {
        return catchThrowableOfType(ProviderException.class, () -> ask(policy, deadline)).failure();
    }
}
