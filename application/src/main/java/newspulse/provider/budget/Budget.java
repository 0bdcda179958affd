package newspulse.provider.budget;

import newspulse.provider.ProviderException;
import newspulse.provider.Usage;

import java.time.Duration;

/// Lets a call start only if it cannot pass a ceiling, whatever it turns out to take.
public interface Budget {
    /// Counts the most that a call can take as taken.
    ///
    /// @param left how long the answer may take at most
    /// @throws ProviderException `OVER_BUDGET` or `BUDGET_UNKNOWN`; then the call must not start
    Reservation reserve(Usage worst, Duration left) throws ProviderException, InterruptedException;

    /// A call's share. One that is never settled stays counted at its dearest until the hour and
    /// the day are over.
    interface Reservation {
        /// Puts what the call took in the place of what it could have taken; never waits.
        void settle(Usage actual);
    }
}
