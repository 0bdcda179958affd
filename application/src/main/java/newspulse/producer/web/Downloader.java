package newspulse.producer.web;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.client.encoding.DecodingClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpStatusClass;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;
import com.linecorp.armeria.common.encoding.StreamDecoderFactory;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.LogText;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Fetches documents over http and https: each answer within a time and a size, redirects followed
/// one by one with every address checked, compressed answers unpacked. Trouble is an answer, never
/// an exception.
public final class Downloader implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final ClientFactory factory;
    private final WebClient client;
    private final Limits limits;
    private final InstantSource clock;

    /// What one answer may cost: time until it is complete, bytes when unpacked.
    public record Limits(Duration timeout, int maxBytes) {}

    public Downloader(String version, Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        Duration connect =
                limits.timeout().compareTo(LONGEST_CONNECT) < 0
                        ? limits.timeout()
                        : LONGEST_CONNECT;
        this.factory =
                ClientFactory.builder()
                        .connectTimeout(connect)
                        .preferHttp1(true) // old servers answer an attempt to upgrade oddly
                        .build();
        this.client =
                WebClient.builder()
                        .factory(factory)
                        .responseTimeout(limits.timeout())
                        .maxResponseLength(limits.maxBytes())
                        .addHeader(
                                HttpHeaderNames.USER_AGENT,
                                "Newspulse/" + version + " (news aggregator; feed reader)")
                        .decorator(
                                DecodingClient.newDecorator(
                                        StreamDecoderFactory.gzip(),
                                        StreamDecoderFactory.deflate()))
                        .build();
    }

    /// Asks for the document and waits for it. Interrupting the thread gives up.
    public Download get(DownloadRequest request) throws InterruptedException {
        URI address = request.address();
        for (int hops = 0; hops <= request.maxRedirects(); hops++) {
            if (!isWeb(address)) {
                return unreachable("only http and https addresses are fetched, not " + address);
            }
            Exchange exchange = exchange(address, request);
            if (exchange.failure() != null) {
                return new Download.Unreachable(exchange.failure());
            }
            AggregatedHttpResponse response = exchange.responseOrThrow();
            String location = response.headers().get(HttpHeaderNames.LOCATION);
            if (!REDIRECTS.contains(response.status().code()) || location == null) {
                return answered(address, response);
            }
            URI next = resolve(address, location);
            if (next == null) {
                return unreachable("it redirects to what is not an address: " + location);
            }
            address = next;
        }
        return unreachable("it redirects more than " + request.maxRedirects() + " times");
    }

    private Exchange exchange(URI address, DownloadRequest request) throws InterruptedException {
        RequestHeadersBuilder headers =
                RequestHeaders.builder(HttpMethod.GET, address.toASCIIString());
        request.headers().forEach(headers::set);
        CompletableFuture<AggregatedHttpResponse> answer =
                client.execute(headers.build()).aggregate();
        try {
            return new Exchange(answer.get(), null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Exchange(null, DownloadFailures.of(cause, limits));
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private Download answered(URI address, AggregatedHttpResponse response) {
        int status = response.status().code();
        if (status == 304) {
            return new Download.NotModified();
        }
        if (response.status().codeClass() == HttpStatusClass.SUCCESS) {
            return new Download.Content(address, response.headers(), response.content().array());
        }
        String retryAfter = response.headers().get(HttpHeaderNames.RETRY_AFTER);
        return new Download.Refused(
                status,
                response.status().reasonPhrase(),
                RetryAfter.parse(retryAfter, clock.instant()),
                response.content().array());
    }

    private static boolean isWeb(URI address) {
        String scheme = address.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && address.getHost() != null;
    }

    private static @Nullable URI resolve(URI from, String location) {
        try {
            return from.resolve(new URI(location.strip().replace(" ", "%20")));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return null;
        }
    }

    private static Download unreachable(String reason) {
        return new Download.Unreachable(
                new Failure(FailureCode.SOURCE_UNREACHABLE, LogText.line(reason)));
    }

    @Override
    public void close() {
        factory.close();
    }

    private record Exchange(@Nullable AggregatedHttpResponse response, @Nullable Failure failure) {
        AggregatedHttpResponse responseOrThrow() {
            if (response == null) {
                throw new IllegalStateException("neither an answer nor a failure");
            }
            return response;
        }
    }
}
