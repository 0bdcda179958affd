package newspulse.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.ClientFactoryBuilder;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.Server;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class ModelClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] QUESTION = "{}".getBytes(StandardCharsets.US_ASCII);

    private final List<SessionProtocol> protocols = new CopyOnWriteArrayList<>();
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private final Server server =
            Server.builder()
                    .http(0)
                    .https(0)
                    .tlsSelfSigned()
                    .service(
                            "/",
                            (context, _) -> {
                                protocols.add(context.sessionProtocol());
                                connections.add(context.remoteAddress().toString());
                                return HttpResponse.of(HttpStatus.OK, MediaType.JSON, "{}");
                            })
                    .service("/created", (_, _) -> HttpResponse.of(HttpStatus.CREATED))
                    .build();

    ModelClientTest() {
        server.start().join();
    }

    @AfterEach
    void close() {
        var _ = server.closeAsync();
    }

    @ParameterizedTest
    @CsvSource({"http, H1C", "h2c, H2C", "https, H2"})
    void speaksHttp2WhereItIsOfferedOrAskedFor(String scheme, SessionProtocol expected)
            throws Exception {
        try (var client = trusting()) {
            client.post(address(scheme, "/"), QUESTION, LIMIT);
            client.post(address(scheme, "/"), QUESTION, LIMIT);
        }
        assertThat(protocols).containsExactly(expected, expected);
        assertThat(connections.stream().distinct()).hasSize(1);
    }

    @Test
    void sendsNothingToWhomItDoesNotTrust() {
        try (var client = new ModelClient(null, 1_000, InstantSource.system())) {
            ProviderException thrown = failure(client, address("https", "/"));
            assertThat(thrown.failure()).isEqualTo(CallFailure.CONNECTION_FAILED);
            assertThat(thrown.isCharged()).isFalse();
        }
        assertThat(protocols).isEmpty();
    }

    @Test
    void countsASuccessThatItDoesNotKnowAsOneThatMayHaveCostSomething() {
        try (var client = trusting()) {
            ProviderException thrown = failure(client, address("http", "/created"));
            assertThat(thrown.failure()).isEqualTo(CallFailure.UNREADABLE_ANSWER);
            assertThat(thrown.isCharged()).isTrue();
        }
    }

    private static ProviderException failure(ModelClient client, URI address) {
        return Assertions.catchThrowableOfType(
                ProviderException.class, () -> client.post(address, QUESTION, LIMIT));
    }

    private static ModelClient trusting() {
        ClientFactoryBuilder connections = ClientFactory.builder().tlsNoVerify();
        return new ModelClient(null, 1_000, InstantSource.system(), connections);
    }

    private URI address(String scheme, String path) {
        boolean secure = scheme.equals("https");
        int port = server.activeLocalPort(secure ? SessionProtocol.HTTPS : SessionProtocol.HTTP);
        return URI.create(scheme + "://127.0.0.1:" + port + path);
    }
}
