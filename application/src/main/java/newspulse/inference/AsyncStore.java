package newspulse.inference;

import java.io.Serial;
import java.util.Optional;

/// Keeps async requests where every replica finds them, for an hour.
interface AsyncStore {
    /// Stores the request as it is now.
    ///
    /// @throws UnavailableException when it cannot be kept
    void put(AsyncRequest request);

    Optional<AsyncRequest> find(String id);

    /// There is no place to keep it, or the place does not answer.
    final class UnavailableException extends RuntimeException {
        @Serial private static final long serialVersionUID = 1;

        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
