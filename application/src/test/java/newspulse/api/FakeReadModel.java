package newspulse.api;

import org.jspecify.annotations.Nullable;

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
            Outcome outcome = outcome(article, stored.get(article.header().id()));
            if (outcome.isStored()) {
                stored.put(article.header().id(), article);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private static Outcome outcome(Arrival article, @Nullable Arrival before) {
        if (before == null) {
            return Outcome.NEW;
        }
        int order = article.header().revision().compareTo(before.header().revision());
        if (order == 0) {
            return Outcome.SAME_REVISION;
        }
        return order > 0 ? Outcome.REPLACED : Outcome.OLDER_REVISION;
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
