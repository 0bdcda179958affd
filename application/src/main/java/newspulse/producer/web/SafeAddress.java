package newspulse.producer.web;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Finds the address to connect to for a hop, once: what was checked is what is connected to, so
/// that a name that means something else a moment later (DNS rebinding) changes nothing. Of a name
/// with several addresses every one must be allowed (OWASP, "Server-Side Request Forgery
/// Prevention").
final class SafeAddress {
    /// A host that ends in a number is an IPv4 address to somebody, in whatever notation (WHATWG
    /// URL, "ends in a number"). Only the plain one is taken.
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern PLAIN =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    private final AllowList allowed;
    private final Resolver resolver;
    private final Duration longest;

    /// How names become addresses.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /// Either where to connect, or why not.
    record Found(@Nullable InetAddress address, String refusal) {
        private static Found refused(String refusal) {
            return new Found(null, refusal);
        }
    }

    SafeAddress(AllowList allowed, Resolver resolver, Duration longest) {
        this.allowed = allowed;
        this.resolver = resolver;
        this.longest = longest;
    }

    Found of(URI hop) throws InterruptedException {
        String scheme = hop.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        String host = hop.getHost();
        if (!web || host == null) {
            return Found.refused("only http and https addresses are fetched, not " + hop);
        }
        if (hop.getRawUserInfo() != null) {
            return Found.refused("addresses with a user's name are not fetched");
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.indexOf('%') >= 0
                || (NUMERIC.matcher(lower).matches() && !PLAIN.matcher(lower).matches())) {
            return Found.refused("its host is written in a way that is not taken: " + host);
        }
        return checked(lower.replaceAll("^\\[|\\]$", ""));
    }

    private Found checked(String host) throws InterruptedException {
        var task = new FutureTask<>(() -> resolver.all(host));
        Thread thread = Thread.ofVirtual().name("resolve").start(task);
        try {
            InetAddress[] addresses = task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            for (InetAddress address : addresses) {
                if (!PublicAddresses.contain(address) && !allowed.allows(host, address)) {
                    return Found.refused(
                            "it leads to "
                                    + address.getHostAddress()
                                    + ", which is no public address (FETCH_ALLOW)");
                }
            }
            return addresses.length == 0
                    ? Found.refused("its host name is not known")
                    : new Found(addresses[0], "");
        } catch (ExecutionException e) {
            return Found.refused("its host name is not known");
        } catch (TimeoutException _) {
            thread.interrupt();
            return Found.refused("its host name could not be resolved in time");
        }
    }
}
