package newspulse.producer.schedule;

import newspulse.model.Failure;
import newspulse.producer.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// How a source is doing. `articles` counts what it gave since the start, `failure` is the latest
/// one's, null once it answers again, `failures` how many there were in a row.
public record SourceStatus(
        String name,
        SourceKind kind,
        long articles,
        @Nullable Instant lastSuccess,
        @Nullable Failure failure,
        int failures,
        @Nullable Instant nextFetch) {

    static SourceStatus fresh(String name, SourceKind kind) {
        return new SourceStatus(name, kind, 0, null, null, 0, null);
    }

    SourceStatus gave(int more, Instant now) {
        return new SourceStatus(name, kind, articles + more, now, null, 0, null);
    }

    SourceStatus failed(int more, Failure failure) {
        return new SourceStatus(
                name, kind, articles + more, lastSuccess, failure, failures + 1, null);
    }

    SourceStatus next(Instant now, Duration wait) {
        return new SourceStatus(
                name, kind, articles, lastSuccess, failure, failures, now.plus(wait));
    }
}
