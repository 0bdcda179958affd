package newspulse.provider.web;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.ClientFactoryBuilder;
import com.linecorp.armeria.client.RequestOptions;
import com.linecorp.armeria.client.ResponseTimeoutMode;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts JSON to models and reads JSON. Connections are kept; over `https` HTTP/2 is used where the
/// server offers it (ALPN), over `http` HTTP/1.1 without an attempt to upgrade, which servers of
/// models often answer oddly, and over `h2c` HTTP/2 in the clear. Redirects are not followed: the
/// key goes nowhere but to the address it was given for.
///
/// No exception holds the key, the address' query or anything of an answer's body.
public final class ModelClient implements AutoCloseable {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(60);

    /// How long after the client's own limit a call is given up though the client keeps silent.
    private static final long GRACE_MILLIS = 100;

    private final ClientFactory factory;
    private final WebClient client;
    private final @Nullable String key;
    private final InstantSource clock;

    /// A client with connections of its own.
    ///
    /// @param key sent as a bearer token (RFC 6750), or null for a server that asks for none
    /// @param maxBytes of an answer
    public ModelClient(@Nullable String key, int maxBytes, InstantSource clock) {
        this(key, maxBytes, clock, ClientFactory.builder());
    }

    /// With connections as the builder makes them: a test brings one that trusts its server.
    ModelClient(
            @Nullable String key,
            int maxBytes,
            InstantSource clock,
            ClientFactoryBuilder connections) {
        this.key = key;
        this.clock = clock;
        this.factory = connections.connectTimeout(LONGEST_CONNECT).idleTimeout(IDLE).build();
        this.client =
                WebClient.builder()
                        .factory(factory)
                        .responseTimeoutMode(ResponseTimeoutMode.FROM_START)
                        .maxResponseLength(maxBytes)
                        .addHeader(HttpHeaderNames.USER_AGENT, "Newspulse")
                        .build();
    }

    /// Sends one request and waits for the whole answer.
    ///
    /// @param timeout from connecting to the last byte
    /// @return the body of a 200 that says it is JSON
    /// @throws ProviderException for everything else
    public byte[] post(URI address, byte[] json, Duration timeout)
            throws ProviderException, InterruptedException {
        AggregatedHttpResponse response = exchange(address, json, timeout);
        if (response.status().code() != 200) {
            throw StatusFailures.of(response, clock.instant());
        }
        MediaType type = response.contentType();
        if (type == null || !type.isJson()) {
            throw ProviderException.charged(
                    CallFailure.UNREADABLE_ANSWER, "its answer is not of a JSON type");
        }
        return response.content().array();
    }

    private AggregatedHttpResponse exchange(URI address, byte[] json, Duration timeout)
            throws ProviderException, InterruptedException {
        RequestHeadersBuilder headers =
                RequestHeaders.builder(HttpMethod.POST, target(address))
                        .contentType(MediaType.JSON)
                        .add(HttpHeaderNames.ACCEPT, MediaType.JSON.toString());
        if (key != null) {
            headers.add(HttpHeaderNames.AUTHORIZATION, "Bearer " + key);
        }
        long millis = Math.max(1, timeout.toMillis());
        RequestOptions options =
                RequestOptions.builder()
                        .responseTimeoutMillis(millis)
                        .writeTimeoutMillis(millis)
                        .build();
        CompletableFuture<AggregatedHttpResponse> answer =
                client.execute(HttpRequest.of(headers.build(), HttpData.wrap(json)), options)
                        .aggregate();
        try {
            return answer.get(millis + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw TransportFailures.of(e.getCause() == null ? e : e.getCause(), millis);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw TransportFailures.tooLate(millis);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    /// The address as Armeria wants it: its `http` tries to upgrade, its `h1c` does not.
    private static String target(URI address) {
        String text = address.toASCIIString();
        return text.startsWith("http:") ? "h1c:" + text.substring("http:".length()) : text;
    }

    @Override
    public void close() {
        factory.close();
    }
}
