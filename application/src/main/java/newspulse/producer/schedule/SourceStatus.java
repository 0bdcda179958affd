package newspulse.producer.schedule;

import newspulse.model.Failure;
import newspulse.producer.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// What is known of a source at a moment.
///
/// @param articles counts what it gave, known ones among them
/// @param firstAsked null before it was asked for the first time
/// @param lastNews when it last gave something new
/// @param failure the latest one's, null once it answers again; `failures` is how many in a row
/// @param gone it said that it is gone for good
/// @param leftAloneUntil it asked to be left alone until then
/// @param answerSeconds how long it takes to answer, newer answers counting more
/// @param interval how often it is asked
/// @param answerDue in what time after an answer the next one is due
/// @param lateness the longest that it was asked later than it should have been
public record SourceStatus(
        String name,
        SourceKind kind,
        long articles,
        @Nullable Instant firstAsked,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNews,
        @Nullable Failure failure,
        int failures,
        boolean gone,
        @Nullable Instant leftAloneUntil,
        double answerSeconds,
        Duration interval,
        Duration answerDue,
        @Nullable Instant nextFetch,
        Duration lateness,
        Rhythm rhythm,
        Yield yield,
        Pauses pauses) {

    /// Nothing is known yet.
    static SourceStatus fresh(String name, SourceKind kind, Duration interval) {
        return new SourceStatus(
                name,
                kind,
                0,
                null,
                null,
                null,
                null,
                0,
                false,
                null,
                0,
                interval,
                interval,
                null,
                Duration.ZERO,
                Rhythm.UNKNOWN,
                Yield.UNKNOWN,
                Pauses.UNKNOWN);
    }

    public SourceState state(Instant now) {
        return SourceState.of(this, now);
    }

    /// In what it falls short of its past; null where it does not.
    public @Nullable Silence silence(Instant now) {
        if (yield.isTooLittle()) {
            return Silence.fewArticles(yield);
        }
        if (lastNews == null) {
            return null;
        }
        Duration pause = Duration.between(lastNews, now);
        return pauses.isTooLong(pause) ? Silence.longPause(pause, pauses) : null;
    }
}
