package newspulse.producer.schedule;

import newspulse.model.Failure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// What one source did, as its loop sees it. The loop's thread alone changes it; what it knows at a
/// moment is a [SourceStatus].
final class SourceHistory {
    private static final double NEWEST_COUNTS = 0.2;

    private final Pace pace;
    private final SourceStatus begun;
    private long articles;
    private @Nullable Instant firstAsked;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastNews;
    private @Nullable Failure failure;
    private int failures;
    private boolean gone;
    private @Nullable Instant leftAloneUntil;
    private double answerSeconds;
    private Duration interval = Duration.ZERO;
    private Duration answerDue = Duration.ZERO;
    private @Nullable Instant nextFetch;
    private Duration lateness = Duration.ZERO;
    private Rhythm rhythm = Rhythm.UNKNOWN;
    private Yield yield = Yield.UNKNOWN;
    private Pauses pauses = Pauses.UNKNOWN;

    SourceHistory(SourceStatus begun, Pace pace) {
        this.pace = pace;
        this.begun = begun;
        resume(begun);
    }

    /// Goes on from what was known elsewhere, or before a restart, within the bounds set here.
    void resume(SourceStatus known) {
        articles = known.articles();
        firstAsked = known.firstAsked();
        lastSuccess = known.lastSuccess();
        lastNews = known.lastNews();
        failure = known.failure();
        failures = known.failures();
        gone = known.gone();
        leftAloneUntil = known.leftAloneUntil();
        answerSeconds = known.answerSeconds();
        interval = pace.within(known.interval());
        answerDue = known.answerDue();
        nextFetch = known.nextFetch();
        rhythm = known.rhythm();
        yield = known.yield();
        pauses = known.pauses();
    }

    /// It is asked now, so much later than it should have been.
    void asked(Instant now, Duration late) {
        firstAsked = firstAsked == null ? now : firstAsked;
        nextFetch = null;
        lateness = Pace.longer(lateness, late);
    }

    void answered(Duration time) {
        double seconds = time.toMillis() / 1e3;
        answerSeconds =
                lastSuccess == null
                        ? seconds
                        : answerSeconds + NEWEST_COUNTS * (seconds - answerSeconds);
    }

    /// It gave a document that holds so many articles, of which so many were new.
    void gave(int held, long news, Instant now) {
        articles += held;
        yield = yield.after(held, news > 0 && lastSuccess != null);
        heard(news, now);
    }

    /// It gave the same as last time.
    void gaveTheSame(Instant now) {
        heard(0, now);
    }

    private void heard(long news, Instant now) {
        if (lastSuccess != null) {
            // Time in which nobody looked says nothing about the source.
            Duration since = Duration.between(lastSuccess, now);
            Duration watched = Pace.shorter(since, pace.longest().multipliedBy(2));
            rhythm = rhythm.after(watched, news);
            interval = pace.interval(rhythm, interval, news > 0);
        }
        if (news > 0) {
            if (lastNews != null) {
                pauses = pauses.after(Duration.between(lastNews, now));
            }
            lastNews = now;
        }
        lastSuccess = now;
        leftAloneUntil = null;
        failure = null;
        failures = 0;
    }

    /// It failed, perhaps after some articles.
    void failed(int held, Failure reason, @Nullable Instant aloneUntil) {
        articles += held;
        failure = reason;
        failures++;
        leftAloneUntil = aloneUntil;
        answerDue = interval;
    }

    void gone(Failure reason) {
        failure = reason;
        failures++;
        gone = true;
    }

    /// Until it is asked again.
    void rests(Instant now, Duration wait) {
        nextFetch = now.plus(wait);
        if (failures == 0) {
            answerDue = wait;
        }
    }

    SourceStatus status() {
        return new SourceStatus(
                begun.name(),
                begun.kind(),
                articles,
                firstAsked,
                lastSuccess,
                lastNews,
                failure,
                failures,
                gone,
                leftAloneUntil,
                answerSeconds,
                interval,
                answerDue,
                nextFetch,
                lateness,
                rhythm,
                yield,
                pauses);
    }
}
