package newspulse.provider.policy;

import newspulse.provider.budget.Budget;

import java.time.Duration;
import java.util.Optional;

/// Policies to start from.
public final class Policies {
    public static final Budget UNBOUNDED = (_, _) -> _ -> {};

    private Policies() {}

    /// No limits a minute, one try.
    public static PolicyConfig plain() {
        return of(10, 0, 0, 1, Duration.ofSeconds(2));
    }

    public static PolicyConfig of(
            int concurrency, int requests, int tokens, int attempts, Duration tryTimeout) {
        return new PolicyConfig(
                concurrency,
                requests,
                tokens,
                attempts,
                tryTimeout,
                Optional.empty(),
                50,
                10,
                Duration.ofSeconds(5),
                true);
    }
}
