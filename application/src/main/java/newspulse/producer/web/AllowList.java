package newspulse.producer.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Hosts that may be reached though their addresses are not public ones: by name, by address, or by
/// range of addresses.
public final class AllowList {
    private final List<AddressRange> ranges = new ArrayList<>();
    private final Set<String> hosts = new HashSet<>();

    private AllowList() {}

    /// Nothing is allowed but the public internet.
    public static AllowList none() {
        return new AllowList();
    }

    /// Reads `proxy.internal, 127.0.0.1, 10.0.0.0/8`.
    ///
    /// @throws IllegalArgumentException where something is neither host nor address nor range
    public static AllowList of(String list) {
        var allowed = new AllowList();
        for (String entry : list.split(",", -1)) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                continue;
            }
            if (text.matches("[0-9.]+(/\\d{1,2})?|\\[?[0-9a-f:.]*:[0-9a-f:.]*\\]?(/\\d{1,3})?")) {
                allowed.ranges.add(AddressRange.of(text.replaceAll("[\\[\\]]", "")));
            } else if (text.matches("[\\p{L}\\d]([\\p{L}\\d.-]*[\\p{L}\\d])?")) {
                allowed.hosts.add(text);
            } else {
                throw new IllegalArgumentException(
                        "neither a host nor a range of addresses: " + text);
            }
        }
        return allowed;
    }

    /// The same and one more host.
    public AllowList with(String host) {
        var more = new AllowList();
        more.ranges.addAll(ranges);
        more.hosts.addAll(hosts);
        more.hosts.add(host.toLowerCase(Locale.ROOT));
        return more;
    }

    boolean allows(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || ranges.stream().anyMatch(range -> range.contains(address));
    }
}
