package newspulse.provider.policy;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.CallFailure;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.provider.budget.Budget;
import newspulse.provider.time.Deadline;
import newspulse.provider.time.Seldom;
import newspulse.provider.time.Time;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Everything between a caller and one provider, from the outside in: retries, breaker,
/// concurrency, rates, breaker again, budget, the call. Whatever takes time ends with the caller's
/// deadline, and what is refused is refused as early as it can be known. Meant for virtual threads;
/// one for each provider, shared by all.
public final class CallPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(CallPolicy.class);
    private static final Duration ENOUGH = Duration.ofMillis(500);

    private final Provider provider;
    private final PolicyConfig config;
    private final Budget budget;
    private final Time time;
    private final RetrySchedule schedule;
    private final Breaker breaker;
    private final Semaphore slots;
    private final Rates rates;
    private final PolicyMetrics metrics;
    private final Optional<Hedge> hedge;
    private final Duration fairTry;
    private final Seldom faultLog;

    public CallPolicy(
            Provider provider,
            PolicyConfig config,
            Budget budget,
            MeterRegistry registry,
            Time time) {
        this.provider = provider;
        this.config = config;
        this.budget = budget;
        this.time = time;
        schedule = new RetrySchedule(config.attempts());
        breaker = new Breaker(provider.name(), config, time);
        slots = new Semaphore(config.concurrency(), true);
        rates = new Rates(config, time);
        metrics = new PolicyMetrics(registry, provider.name(), breaker::state);
        hedge = config.hedgeAfter().map(after -> new Hedge(after, metrics::hedged));
        fairTry = shorter(ENOUGH, config.tryTimeout().dividedBy(2));
        faultLog = new Seldom(time);
    }

    public Provider provider() {
        return provider;
    }

    /// Asks for parts of a group, again where that may help.
    ///
    /// @param tally is told what the tries take, those that fail among them
    /// @throws ProviderException the last failure
    public Answer ask(Article article, Set<Part> parts, Deadline deadline, Tally tally)
            throws ProviderException, InterruptedException {
        for (int made = 1; ; made++) {
            try {
                return hedge.isPresent()
                        ? hedge.get().ask(() -> attempt(article, parts, deadline, tally))
                        : attempt(article, parts, deadline, tally);
            } catch (ProviderException e) {
                Optional<Duration> wait = schedule.next(made, e, deadline.left(), time.chance());
                if (wait.isEmpty() || breaker.isOpen()) {
                    throw e;
                }
                metrics.retried();
                time.sleep(wait.get());
            }
        }
    }

    private Answer attempt(Article article, Set<Part> parts, Deadline deadline, Tally tally)
            throws ProviderException, InterruptedException {
        try {
            Answer answer = inTurn(article, parts, deadline, tally);
            metrics.answered();
            return answer;
        } catch (ProviderException e) {
            metrics.failed(e.failure());
            throw e;
        } catch (InterruptedException e) {
            metrics.abandoned();
            throw e;
        } catch (RuntimeException e) {
            metrics.failed(CallFailure.INTERNAL_ERROR);
            if (faultLog.isTime()) {
                LOG.error("A fault of ours in provider {}", provider.name(), e);
            }
            throw ProviderException.charged(CallFailure.INTERNAL_ERROR, "a fault of ours")
                    .because(e);
        }
    }

    private Answer inTurn(Article article, Set<Part> parts, Deadline deadline, Tally tally)
            throws ProviderException, InterruptedException {
        if (breaker.isOpen()) {
            throw circuitOpen();
        }
        if (deadline.isOver()) {
            throw ProviderException.free(CallFailure.DEADLINE_EXCEEDED, "no time is left");
        }
        metrics.waits();
        try {
            if (!time.acquire(slots, deadline.left())) {
                throw ProviderException.free(
                        CallFailure.SATURATED, "no call ended before the deadline");
            }
        } finally {
            metrics.waited();
        }
        try {
            return paced(article, parts, deadline, tally);
        } finally {
            slots.release();
        }
    }

    private Answer paced(Article article, Set<Part> parts, Deadline deadline, Tally tally)
            throws ProviderException, InterruptedException {
        if (breaker.isOpen()) {
            throw circuitOpen();
        }
        Usage worst = provider.worstCase(article, parts);
        OptionalLong wait = rates.take(worst.tokens(), deadline.left());
        if (wait.isEmpty()) {
            throw ProviderException.free(
                    CallFailure.SATURATED, "the limits a minute allow no call before the deadline");
        }
        boolean isMade = false;
        try {
            if (wait.getAsLong() > 0) {
                metrics.waitedForRate(wait.getAsLong());
                time.sleep(Duration.ofNanos(wait.getAsLong()));
            }
            Budget.Reservation reservation = admitted(worst, deadline);
            isMade = true;
            return called(article, parts, deadline, tally, worst, reservation);
        } finally {
            if (!isMade) {
                rates.giveBack(worst.tokens());
            }
        }
    }

    /// Enters the breaker and reserves the budget, or neither.
    private Budget.Reservation admitted(Usage worst, Deadline deadline)
            throws ProviderException, InterruptedException {
        if (!breaker.tryEnter()) {
            throw circuitOpen();
        }
        boolean isReserved = false;
        try {
            if (deadline.isOver()) {
                throw ProviderException.free(CallFailure.DEADLINE_EXCEEDED, "no time is left");
            }
            Budget.Reservation reservation = budget.reserve(worst, deadline.left());
            isReserved = true;
            return reservation;
        } finally {
            if (!isReserved) {
                breaker.leave();
            }
        }
    }

    private Answer called(
            Article article,
            Set<Part> parts,
            Deadline deadline,
            Tally tally,
            Usage worst,
            Budget.Reservation reservation)
            throws ProviderException, InterruptedException {
        Duration timeout = shorter(deadline.left(), config.tryTimeout());
        tally.began(worst);
        metrics.began();
        long begun = time.nanos();
        Usage spent = worst;
        CallFailure failure = CallFailure.INTERNAL_ERROR;
        boolean isAnswered = false;
        try {
            Answer answer = provider.ask(article, parts, timeout);
            spent = answer.usage() == null ? worst : answer.usage();
            isAnswered = true;
            return answer;
        } catch (ProviderException e) {
            spent = e.usage(worst);
            failure = e.failure();
            if (failure == CallFailure.RATE_LIMITED) {
                e.retryAfter().ifPresent(rates::pause);
            }
            throw e;
        } catch (InterruptedException e) {
            boolean isLate = time.nanos() - begun >= timeout.toNanos();
            failure = isLate ? CallFailure.TIMED_OUT : CallFailure.DEADLINE_EXCEEDED;
            throw e;
        } finally {
            Duration took = Duration.ofNanos(time.nanos() - begun);
            if (isAnswered) {
                breaker.worked(took);
            } else {
                breaker.failed(failure, timeout.compareTo(fairTry) >= 0, took);
            }
            metrics.ended(took, spent);
            tally.ended(worst, spent);
            rates.giveBackTokens(Math.max(0, worst.tokens() - spent.tokens()));
            reservation.settle(spent);
        }
    }

    private static ProviderException circuitOpen() {
        return ProviderException.free(CallFailure.CIRCUIT_OPEN, "it is known to be down");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
