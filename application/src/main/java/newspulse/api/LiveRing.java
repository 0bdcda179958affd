package newspulse.api;

import newspulse.model.Revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The newest articles in order of arrival, each id once. A higher revision takes the place of the
/// one before it; a later analysis of an article that is here no longer does not bring it back. For
/// one thread at a time.
final class LiveRing {
    private final int capacity;
    private final Map<String, Arrival> byId = new LinkedHashMap<>();

    LiveRing(int capacity) {
        this.capacity = capacity;
    }

    /// Takes an article unless it has the same or a higher revision of it.
    ///
    /// @return whether it was news
    boolean take(Arrival article) {
        String id = article.header().id();
        Arrival known = byId.get(id);
        if (known != null) {
            Revision revision = article.header().revision();
            if (revision.compareTo(known.header().revision()) <= 0) {
                return false;
            }
        } else if (byId.size() == capacity) {
            if (article.header().revision().analysis() > 1) {
                return true;
            }
            byId.remove(byId.keySet().iterator().next());
        }
        byId.put(id, article);
        return true;
    }

    /// The JSON of the newest articles, newest first.
    List<byte[]> newest(int limit) {
        List<Arrival> all = new ArrayList<>(byId.values());
        Collections.reverse(all);
        return all.stream().limit(limit).map(Arrival::json).toList();
    }
}
