package newspulse.producer.web;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.Endpoint;
import com.linecorp.armeria.client.UnprocessedRequestException;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;
import com.linecorp.armeria.common.SessionProtocol;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Asks one address for one document, connected to an address that was checked.
final class Exchanges {
    private final ClientFactory factory;
    private final String userAgent;
    private final Downloader.Limits limits;
    private final HostTurns turns;

    Exchanges(ClientFactory factory, String userAgent, Downloader.Limits limits, HostTurns turns) {
        this.factory = factory;
        this.userAgent = userAgent;
        this.limits = limits;
        this.turns = turns;
    }

    /// In turn with others at the host.
    Exchange inTurn(URI address, InetAddress checked, DownloadRequest request)
            throws InterruptedException {
        Optional<HostTurns.Visit> visit = turns.pass(address.getHost(), limits.timeout());
        if (visit.isEmpty()) {
            return Exchange.failed("too many wait for the host it redirects to", false);
        }
        try (HostTurns.Visit _ = visit.get()) {
            return now(address, checked, request);
        }
    }

    /// In a turn that is held already.
    Exchange now(URI address, InetAddress checked, DownloadRequest request)
            throws InterruptedException {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        RequestHeadersBuilder headers = RequestHeaders.builder(HttpMethod.GET, path + query);
        headers.set(HttpHeaderNames.USER_AGENT, userAgent);
        headers.set(HttpHeaderNames.ACCEPT_ENCODING, Unpacker.ACCEPTED);
        request.headers().forEach(headers::set);
        try {
            HttpResponse answer = client(address, checked).execute(headers.build());
            return new Exchange(new Transfer(limits.firstByte()).await(answer), null, true);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean asked = !(cause instanceof UnprocessedRequestException);
            return new Exchange(null, DownloadFailures.of(cause, limits), asked);
        } catch (IllegalArgumentException e) {
            return Exchange.failed("its host is no name of one: " + e.getMessage(), false);
        } catch (Transfer.TooSlowException e) {
            return Exchange.failed(String.valueOf(e.getMessage()), true);
        }
    }

    /// A client that speaks to the host, and connects to nothing but the address checked.
    private WebClient client(URI address, InetAddress checked) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        boolean literal = address.getHost().startsWith("[");
        String host = literal ? checked.getHostAddress() : address.getHost();
        Endpoint endpoint = Endpoint.of(host, port);
        return WebClient.builder(
                        secure ? SessionProtocol.HTTPS : SessionProtocol.HTTP,
                        endpoint.withIpAddr(checked.getHostAddress()))
                .factory(factory)
                .responseTimeout(limits.timeout())
                .maxResponseLength(limits.maxBytes())
                .build();
    }
}
