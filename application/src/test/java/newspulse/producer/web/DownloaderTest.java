package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.ScriptedServer;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

final class DownloaderTest {
    private static final int MAX_BYTES = 100_000;

    private final ScriptedServer server = new ScriptedServer();
    private final Downloader downloader =
            new Downloader(
                    "Newspulse/1.2.3",
                    new Downloader.Limits(Duration.ofSeconds(2), MAX_BYTES),
                    AllowList.of("127.0.0.1"),
                    new VirtualTime());

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void fetchesADocumentAndSaysWhoAsks() throws InterruptedException {
        server.on("/a", MediaType.PLAIN_TEXT, "hello");
        assertThat(body(get("/a"))).isEqualTo("hello");
        assertThat(server.requests().getFirst().get(HttpHeaderNames.USER_AGENT))
                .startsWith("Newspulse/1.2.3");
    }

    @Test
    void unpacksWhatIsPacked() throws InterruptedException {
        String text = "x".repeat(MAX_BYTES - 1);
        server.on("/a", MediaType.PLAIN_TEXT, text);
        assertThat(body(get("/a"))).isEqualTo(text);
        assertThat(server.requests().getFirst().get(HttpHeaderNames.ACCEPT_ENCODING))
                .contains("gzip");
    }

    @Test
    void unpacksBrotli() throws Unpacker.RefusedException {
        byte[] packed = Base64.getDecoder().decode("CwKAaGVsbG8D");
        assertThat(new String(Unpacker.unpack(packed, "br", 100), StandardCharsets.UTF_8))
                .isEqualTo("hello");
    }

    @Test
    void takesAnAnswerThatIsNotPackedThoughItSaysSo() throws Unpacker.RefusedException {
        byte[] plain = "<rss/>".getBytes(StandardCharsets.UTF_8);
        assertThat(Unpacker.unpack(plain, "gzip", 100)).isEqualTo(plain);
    }

    @Test
    void refusesWhatIsTooLongUnpackedHoweverSmallItTravels() throws InterruptedException {
        server.on("/a", MediaType.PLAIN_TEXT, "x".repeat(100 * MAX_BYTES));
        assertThat(failure(get("/a")).code()).isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void followsFiveRedirectsAndNoMore() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            String next = "/hop" + (i + 1);
            server.on("/hop" + i, _ -> HttpResponse.ofRedirect(next));
        }
        server.on("/hop5", MediaType.PLAIN_TEXT, "there");
        Download there = get("/hop0");
        assertThat(body(there)).isEqualTo("there");
        assertThat(((Download.Content) there).address())
                .isEqualTo(URI.create(server.address("/hop5")));
        server.on("/hop5", _ -> HttpResponse.ofRedirect("/hop6"));
        server.on("/hop6", MediaType.PLAIN_TEXT, "too far");
        assertThat(failure(get("/hop0")).detail()).contains("more than 5 times");
    }

    @Test
    void followsNoRedirectAwayFromTheWeb() throws InterruptedException {
        server.on("/a", _ -> HttpResponse.ofRedirect("file:///etc/passwd"));
        assertThat(failure(get("/a")).detail()).contains("only http and https");
        server.on("/a", _ -> HttpResponse.ofRedirect("http://[broken"));
        assertThat(failure(get("/a")).detail()).contains("not an address");
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotEnd() throws InterruptedException {
        server.on("/a", _ -> HttpResponse.streaming());
        assertThat(failure(get("/a")).detail()).contains("no complete answer within 2000 ms");
    }

    @Test
    void saysThatNobodyListens() throws InterruptedException, IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Failure failure = failure(get(URI.create("http://127.0.0.1:" + port + "/")));
        assertThat(failure.code()).isEqualTo(FailureCode.SOURCE_UNREACHABLE);
        assertThat(failure.detail()).contains("no connection");
    }

    @Test
    void takesAnAddressOfVersion6InItsMixedForm() throws InterruptedException {
        server.on("/a", MediaType.PLAIN_TEXT, "hello");
        URI mixed = URI.create("http://[::ffff:127.0.0.1]:" + server.port() + "/a");
        assertThat(body(get(mixed))).isEqualTo("hello");
    }

    @Test
    void saysThatAHostIsUnknown() throws InterruptedException {
        Failure failure = failure(get(URI.create("http://no-such-host.invalid/")));
        assertThat(failure.code()).isEqualTo(FailureCode.SOURCE_UNREACHABLE);
    }

    @Test
    void tellsHowLongToWait() throws InterruptedException {
        server.on("/a", _ -> busy("120"));
        assertThat(((Download.Refused) get("/a")).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        server.on("/a", _ -> busy("Sun, 01 Mar 2026 12:05:00 GMT"));
        assertThat(((Download.Refused) get("/a")).retryAfter()).isEqualTo(Duration.ofMinutes(5));
        server.on("/a", _ -> busy("soon"));
        assertThat(((Download.Refused) get("/a")).retryAfter()).isNull();
        server.on("/a", _ -> busy("999999999"));
        assertThat(((Download.Refused) get("/a")).retryAfter()).isEqualTo(Duration.ofDays(1));
    }

    private static HttpResponse busy(String retryAfter) {
        return HttpResponse.of(
                ResponseHeaders.of(
                        HttpStatus.SERVICE_UNAVAILABLE, HttpHeaderNames.RETRY_AFTER, retryAfter));
    }

    private Download get(String path) throws InterruptedException {
        return get(URI.create(server.address(path)));
    }

    private Download get(URI address) throws InterruptedException {
        return downloader.get(
                new DownloadRequest(address, Map.of(), DownloadRequest.MAX_REDIRECTS));
    }

    private static String body(Download download) {
        return new String(((Download.Content) download).body(), StandardCharsets.UTF_8);
    }

    private static Failure failure(Download download) {
        return ((Download.Unreachable) download).failure();
    }
}
