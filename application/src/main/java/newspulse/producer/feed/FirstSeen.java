package newspulse.producer.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// When entries without a date were first met, so that they keep one date from fetch to fetch and
/// do not look changed each time. The oldest are forgotten.
final class FirstSeen {
    private static final int MAX_ENTRIES = 2 * FeedReader.MAX_ENTRIES;

    private final Map<String, Instant> seen = new LinkedHashMap<>(16, 0.75f, true);

    Instant of(String link, Instant now) {
        Instant first = seen.computeIfAbsent(link, _ -> now);
        if (seen.size() > MAX_ENTRIES) {
            seen.remove(seen.keySet().iterator().next());
        }
        return first;
    }
}
