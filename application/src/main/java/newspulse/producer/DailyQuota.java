package newspulse.producer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// So many requests a day (UTC), for all replicas together.
public record DailyQuota(RequestCounter counter, String budget, int requests, InstantSource clock) {
    private static final Duration DAY = Duration.ofDays(1);

    /// Takes one request; null when it may be made, else how long until there are some again.
    public @Nullable Duration take() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return counter.next(budget, today) > requests ? untilTomorrow() : null;
    }

    public Duration untilTomorrow() {
        Instant now = clock.instant();
        LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        return Duration.between(now, tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// As often as it lasts the day when every round takes so many.
    public Duration shortestInterval(int requestsOfARound) {
        return DAY.multipliedBy(requestsOfARound).dividedBy(requests);
    }
}
