package newspulse.provider.policy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import newspulse.provider.CallFailure;
import newspulse.provider.time.Seldom;
import newspulse.provider.time.Time;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// Knows whether a provider is down. Whoever was let in tells how it ended, or that it means
/// nothing: a probe that is never accounted for would leave the breaker half open for good.
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final int PROBES = 3;

    private final CircuitBreaker breaker;
    private final Time time;
    private volatile long openUntil;

    Breaker(String provider, PolicyConfig config, Time time) {
        this.time = time;
        int calls = config.breakerCalls();
        breaker =
                CircuitBreaker.of(
                        provider,
                        CircuitBreakerConfig.custom()
                                .failureRateThreshold(config.breakerFailures())
                                .slidingWindow(calls, calls, SlidingWindowType.COUNT_BASED)
                                .waitDurationInOpenState(config.breakerPause())
                                .permittedNumberOfCallsInHalfOpenState(Math.min(PROBES, calls))
                                .clock(steady(time))
                                .build());
        var opened = new Seldom(time);
        var closed = new Seldom(time);
        breaker.getEventPublisher()
                .onStateTransition(event -> {
                    switch (event.getStateTransition().getToState()) {
                        case OPEN -> {
                            openUntil = time.nanos() + config.breakerPause().toNanos();
                            if (opened.isTime()) {
                                LOG.warn("Provider {} is down: no more calls for now", provider);
                            }
                        }
                        case CLOSED -> {
                            if (closed.isTime()) {
                                LOG.info("Provider {} answers again", provider);
                            }
                        }
                        case HALF_OPEN, DISABLED, FORCED_OPEN, METRICS_ONLY -> {}
                    }
                });
    }

    /// Whether it is open and its pause not over: no use in queueing for it.
    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN && time.nanos() - openUntil < 0;
    }

    boolean tryEnter() {
        return breaker.tryAcquirePermission();
    }

    void worked(Duration took) {
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Tells how a call failed.
    ///
    /// @param isFairTry false for a try that had too little time for a healthy provider
    void failed(CallFailure failure, boolean isFairTry, Duration took) {
        switch (failure) {
            case CONNECTION_FAILED,
                    SERVER_ERROR,
                    LOADING,
                    UNREADABLE_ANSWER,
                    UNAUTHORIZED,
                    INTERNAL_ERROR ->
                    wentWrong(took);
            case TIMED_OUT -> {
                if (isFairTry) {
                    wentWrong(took);
                } else {
                    leave();
                }
            }
            case REJECTED, INVALID_ANSWER, REFUSED -> worked(took);
            case RATE_LIMITED,
                    CIRCUIT_OPEN,
                    SATURATED,
                    DEADLINE_EXCEEDED,
                    OVER_BUDGET,
                    BUDGET_UNKNOWN ->
                    leave();
        }
    }

    private void wentWrong(Duration took) {
        var failed = new IllegalStateException("failed");
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, failed);
    }

    /// Gives back the permission to call, unused or with nothing learnt.
    void leave() {
        breaker.releasePermission();
    }

    /// 0 closed, 1 half open, 2 open.
    int state() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }

    private static Clock steady(Time time) {
        InstantSource source = () -> Instant.EPOCH.plusNanos(time.nanos());
        return source.withZone(ZoneOffset.UTC);
    }
}
