package newspulse.api;

import java.util.List;

/// Where articles are kept for readers. Of two values for one id the higher revision stays,
/// whatever the order of writing, so anything may be stored again.
interface ReadModel extends AutoCloseable {
    /// Stores all of them, or throws; then some may be stored and all are to be stored again.
    ///
    /// @return what became of each, in order
    List<Outcome> store(List<Arrival> articles)
            throws ReadModelUnavailableException, InterruptedException;

    /// Takes what expired out of the indexes.
    void sweep() throws ReadModelUnavailableException, InterruptedException;

    @Override
    void close();
}
