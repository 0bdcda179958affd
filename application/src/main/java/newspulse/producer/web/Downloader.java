package newspulse.producer.web;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpStatusClass;

import newspulse.http.RetryAfter;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.LogText;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Fetches documents over http and https: each answer within a time and a size, redirects followed
/// one by one. Of every hop the address is found and checked once ([SafeAddress]), and that one is
/// connected to. Compressed answers are unpacked within the same size. Trouble is an answer, never
/// an exception.
public final class Downloader implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final int MAX_HEADER_BYTES = 256 * 1024;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration HOST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_HOST_PATIENCE = Duration.ofHours(1);

    private final ClientFactory factory;
    private final Exchanges exchanges;
    private final SafeAddress addresses;
    private final Limits limits;
    private final HostTurns turns;
    private final InstantSource clock;

    /// What one answer may cost: time until it begins and until it is complete, bytes when
    /// unpacked.
    public record Limits(Duration firstByte, Duration timeout, int maxBytes) {
        /// How soon an answer must begin is left to when it must be complete.
        public Limits(Duration timeout, int maxBytes) {
            this(timeout.multipliedBy(2), timeout, maxBytes);
        }
    }

    /// With the platform's resolver of names. `userAgent` says who asks.
    public Downloader(
            String userAgent,
            Limits limits,
            AllowList allowed,
            HostTurns turns,
            InstantSource clock) {
        this(userAgent, limits, allowed, InetAddress::getAllByName, turns, clock);
    }

    /// Alone, so that nobody's turn is waited for.
    public Downloader(String userAgent, Limits limits, AllowList allowed, InstantSource clock) {
        this(userAgent, limits, allowed, InetAddress::getAllByName, clock);
    }

    Downloader(
            String userAgent,
            Limits limits,
            AllowList allowed,
            SafeAddress.Resolver resolver,
            InstantSource clock) {
        this(userAgent, limits, allowed, resolver, HostTurns.unlimited(clock), clock);
    }

    private Downloader(
            String userAgent,
            Limits limits,
            AllowList allowed,
            SafeAddress.Resolver resolver,
            HostTurns turns,
            InstantSource clock) {
        this.turns = turns;
        this.limits = limits;
        this.clock = clock;
        Duration connect =
                limits.timeout().compareTo(LONGEST_CONNECT) < 0
                        ? limits.timeout()
                        : LONGEST_CONNECT;
        this.addresses = new SafeAddress(allowed, resolver, connect);
        this.factory =
                ClientFactory.builder()
                        .connectTimeout(connect)
                        .http1MaxHeaderSize(MAX_HEADER_BYTES)
                        .http2MaxHeaderListSize(MAX_HEADER_BYTES)
                        .preferHttp1(true) // old servers answer an attempt to upgrade oddly
                        .build();
        this.exchanges = new Exchanges(factory, userAgent, limits, turns);
    }

    /// Asks for the document and waits for it. Interrupting the thread gives up. The turn at the
    /// host of the address is the caller's to take ([HostTurns]); those at other hosts that
    /// redirects lead to are taken here.
    public Download get(DownloadRequest request) throws InterruptedException {
        URI address = request.address();
        URI moved = null;
        boolean forGood = true;
        for (int hops = 0; hops <= request.maxRedirects(); hops++) {
            SafeAddress.Found found = addresses.of(address);
            if (found.address() == null) {
                return unreachable(found.refusal(), hops > 0);
            }
            Exchange exchange =
                    address.getHost().equalsIgnoreCase(request.address().getHost())
                            ? exchanges.now(address, found.address(), request)
                            : exchanges.inTurn(address, found.address(), request);
            if (exchange.failure() != null) {
                return new Download.Unreachable(exchange.failure(), exchange.asked() || hops > 0);
            }
            AggregatedHttpResponse response = exchange.responseOrThrow();
            String location = response.headers().get(HttpHeaderNames.LOCATION);
            if (!REDIRECTS.contains(response.status().code()) || location == null) {
                return answered(address, moved, response);
            }
            URI next = resolve(address, location);
            if (next == null) {
                return unreachable("it redirects to what is not an address: " + location, true);
            }
            forGood &= FOR_GOOD.contains(response.status().code());
            moved = forGood ? next : moved;
            address = next;
        }
        return unreachable("it redirects more than " + request.maxRedirects() + " times", true);
    }

    private Download answered(URI address, @Nullable URI moved, AggregatedHttpResponse response) {
        int status = response.status().code();
        if (status == 304) {
            return new Download.NotModified(moved, response.headers());
        }
        if (response.status().codeClass() == HttpStatusClass.SUCCESS) {
            return unpacked(address, moved, response);
        }
        Instant now = clock.instant();
        Duration patience =
                RetryAfter.parse(response.headers().get(HttpHeaderNames.RETRY_AFTER), now);
        if (status == 429) {
            // Too many requests of all together, not of this document.
            turns.leaveAlone(address.getHost(), now.plus(hostsPatience(patience)));
        }
        return new Download.Refused(
                status, response.status().reasonPhrase(), patience, response.content().array());
    }

    private static Duration hostsPatience(@Nullable Duration asked) {
        if (asked == null) {
            return HOST_PATIENCE;
        }
        return asked.compareTo(LONGEST_HOST_PATIENCE) > 0 ? LONGEST_HOST_PATIENCE : asked;
    }

    private Download unpacked(URI address, @Nullable URI moved, AggregatedHttpResponse response) {
        String encoding = response.headers().get(HttpHeaderNames.CONTENT_ENCODING, "");
        try {
            byte[] body = Unpacker.unpack(response.content().array(), encoding, limits.maxBytes());
            return new Download.Content(address, moved, response.headers(), body);
        } catch (Unpacker.RefusedException e) {
            return new Download.Unreachable(
                    new Failure(
                            FailureCode.TOO_LARGE, LogText.line(String.valueOf(e.getMessage()))),
                    true);
        }
    }

    private static @Nullable URI resolve(URI from, String location) {
        try {
            return from.resolve(new URI(location.strip().replace(" ", "%20")));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return null;
        }
    }

    private static Download unreachable(String reason, boolean asked) {
        return new Download.Unreachable(
                new Failure(FailureCode.SOURCE_UNREACHABLE, LogText.line(reason)), asked);
    }

    @Override
    public void close() {
        factory.close();
    }
}
