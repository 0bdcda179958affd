package newspulse.producer.feed;

import newspulse.producer.WebAddress;
import newspulse.producer.catalog.FeedSpec;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides what makes an entry the same one as before: its GUID as long as that can be trusted,
/// else its address. A GUID is not trusted when it is missing, when entries with different
/// addresses of one document share it, or when it is so short that it must be a counter, which
/// another feed of the publisher has too. Of an address whose GUID changes from fetch to fetch the
/// first is kept.
///
/// Entries come back with the trusted GUID or none. A source whose GUIDs lie in another way can be
/// told to go by addresses alone (`identity: link`).
final class Identity {
    private static final int SHORTEST = 6;
    private static final int REMEMBERED = 2 * FeedReader.MAX_ENTRIES;

    private final FeedSpec.Identity policy;
    private final Map<String, String> guids = new LinkedHashMap<>(16, 0.75f, true);

    Identity(FeedSpec.Identity policy) {
        this.policy = policy;
    }

    List<FeedEntry> of(List<FeedEntry> entries) {
        Map<String, Set<String>> links = new HashMap<>();
        for (FeedEntry entry : entries) {
            if (entry.id() != null && entry.link() != null) {
                links.computeIfAbsent(entry.id(), _ -> new HashSet<>()).add(entry.link());
            }
        }
        List<FeedEntry> identified = new ArrayList<>(entries.size());
        for (FeedEntry entry : entries) {
            Set<String> sharing = entry.id() == null ? null : links.get(entry.id());
            identified.add(identified(entry, sharing != null && sharing.size() > 1));
        }
        return identified;
    }

    private FeedEntry identified(FeedEntry entry, boolean shared) {
        String id = entry.id();
        if (policy == FeedSpec.Identity.LINK) {
            return entry.under(null, EnumSet.noneOf(Repair.class));
        }
        if (id == null) {
            return entry.under(null, EnumSet.of(Repair.GUID_MISSING));
        }
        if (shared) {
            return entry.under(null, EnumSet.of(Repair.GUID_DOUBLED));
        }
        if (id.length() < SHORTEST && !WebAddress.isAbsolute(id)) {
            return entry.under(null, EnumSet.of(Repair.GUID_UNTRUSTED));
        }
        String first = first(entry.link(), id);
        return first.equals(id) ? entry : entry.under(first, EnumSet.of(Repair.GUID_CHANGED));
    }

    private String first(@Nullable String link, String id) {
        if (link == null) {
            return id;
        }
        String first = guids.computeIfAbsent(link, _ -> id);
        if (guids.size() > REMEMBERED) {
            guids.remove(guids.keySet().iterator().next());
        }
        return first;
    }
}
