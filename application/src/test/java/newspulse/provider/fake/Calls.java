package newspulse.provider.fake;

import java.util.HashMap;
import java.util.Map;

/// Counts the calls of a fake: all of them, those under way, and the same for each article, which
/// is known by the text that was sent.
public final class Calls {
    private final Map<String, Integer> total = new HashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private int all;
    private int inFlight;
    private int mostInFlight;
    private int mostForOneArticle;

    synchronized void begin(String article) {
        all++;
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        total.merge(article, 1, Integer::sum);
        mostForOneArticle = Math.max(mostForOneArticle, underWay.merge(article, 1, Integer::sum));
    }

    synchronized void end(String article) {
        inFlight--;
        underWay.computeIfPresent(article, (_, count) -> count == 1 ? null : count - 1);
    }

    public synchronized int all() {
        return all;
    }

    public synchronized int inFlight() {
        return inFlight;
    }

    public synchronized int mostInFlight() {
        return mostInFlight;
    }

    /// The most calls for one article that were under way at once.
    public synchronized int mostForOneArticle() {
        return mostForOneArticle;
    }

    /// How often each text was sent.
    public synchronized Map<String, Integer> perArticle() {
        return Map.copyOf(total);
    }
}
