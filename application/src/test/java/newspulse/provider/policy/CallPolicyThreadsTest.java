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
import newspulse.provider.time.Deadline;
import newspulse.provider.time.Time;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

class CallPolicyThreadsTest {
    private static final Set<Part> ALL = Set.of(Part.values());
    private static final Article ARTICLE = Answers.article("x");
    private static final Duration TEN = Duration.ofSeconds(10);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ScriptedProvider provider = new ScriptedProvider("openai");
    private final Tally tally = new Tally();

    @Test
    void noMoreCallsAreUnderWayThanAllowedAndNobodyWaitsBeyondTheDeadline() throws Exception {
        var release = new CountDownLatch(1);
        provider.does((_, parts, _) -> {
            release.await();
            return Answers.to(parts, null);
        });
        CallPolicy policy =
                new CallPolicy(
                        provider,
                        Policies.of(1, 0, 0, 1, TEN),
                        Policies.UNBOUNDED,
                        registry,
                        Time.real());
        Deadline far = Deadline.in(TEN, Time.real());
        Thread first =
                Thread.ofVirtual().start(() -> quietly(() -> policy.ask(ARTICLE, ALL, far, tally)));
        while (provider.inFlight() == 0) {
            Thread.onSpinWait();
        }
        assertThat(
                        catchThrowableOfType(
                                        ProviderException.class,
                                        () ->
                                                policy.ask(
                                                        ARTICLE,
                                                        ALL,
                                                        Deadline.in(
                                                                Duration.ofMillis(5), Time.real()),
                                                        tally))
                                .failure())
                .isEqualTo(CallFailure.SATURATED);
        release.countDown();
        first.join();
        assertThat(provider.mostInFlight()).isEqualTo(1);
    }

    @Test
    void hedgesASlowTryAndCancelsTheLoser() throws Exception {
        var first = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        provider.does((_, parts, _) -> {
            if (first.getCount() > 0) {
                first.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    cancelled.countDown();
                    throw e;
                }
            }
            return Answers.to(parts, Usage.NONE);
        });
        var config =
                new PolicyConfig(
                        2, 0, 0, 1, TEN, Optional.of(Duration.ofMillis(1)), 50, 10, TEN, true);
        CallPolicy policy =
                new CallPolicy(provider, config, Policies.UNBOUNDED, registry, Time.real());
        Answer answer = policy.ask(ARTICLE, ALL, Deadline.in(TEN, Time.real()), tally);
        assertThat(answer.answered()).hasSize(4);
        cancelled.await();
        assertThat(registry.counter("provider_hedges", "provider", "openai").count()).isEqualTo(1);
    }

    private static void quietly(Attempt attempt) {
        try {
            attempt.run();
        } catch (ProviderException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws ProviderException, InterruptedException;
    }
}
