package newspulse.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A read model in memory that can be switched off.
final class FakeReadModel implements ReadModel {
    final Map<String, Arrival> stored = new HashMap<>();
    int attempts;
    int sweeps;
    boolean closed;
    private boolean available = true;

    @Override
    public synchronized List<Outcome> store(List<Arrival> articles)
            throws ReadModelUnavailableException {
        attempts++;
        if (!available) {
            throw new ReadModelUnavailableException(new IllegalStateException("switched off"));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Arrival article : articles) {
            Arrival before = stored.putIfAbsent(article.header().id(), article);
            outcomes.add(before == null ? Outcome.NEW : Outcome.SAME_REVISION);
        }
        return outcomes;
    }

    @Override
    public synchronized void sweep() {
        sweeps++;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    synchronized void available(boolean now) {
        available = now;
    }

    synchronized int size() {
        return stored.size();
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
