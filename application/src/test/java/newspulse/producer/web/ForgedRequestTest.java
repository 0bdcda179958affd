package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.producer.ScriptedServer;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Server-side request forgery: however an inner address is written, reached or hidden, nothing
/// connects to it. The listener is on 127.0.0.1; what may be reached is 127.0.0.2 alone.
final class ForgedRequestTest {
    private static final List<String> HOSTS =
            List.of(
                    "127.0.0.1",
                    "127.0.0.1.",
                    "127.1",
                    "127.0.1",
                    "2130706433",
                    "2130706433.",
                    "0177.0.0.1",
                    "0177.0.0.01",
                    "017700000001",
                    "0x7f.0.0.1",
                    "0x7f000001",
                    "0x7F.1",
                    "127.0.0.0x1",
                    "127.00.0.1",
                    "0127.0.0.1",
                    "127.0.0.01",
                    "0",
                    "0.0.0.0",
                    "0x0",
                    "00000000",
                    "127.127.127.127",
                    "[::1]",
                    "[::]",
                    "[0:0:0:0:0:0:0:1]",
                    "[0000::0001]",
                    "[::ffff:127.0.0.1]",
                    "[::ffff:7f00:1]",
                    "[::127.0.0.1]",
                    "[0:0:0:0:0:ffff:127.0.0.1]",
                    "[64:ff9b::127.0.0.1]",
                    "[64:ff9b::7f00:1]",
                    "[64:ff9b:1::7f00:1]",
                    "[2002:7f00:1::]",
                    "[2001::7f00:1]",
                    "[fe80::1%25lo]",
                    "[::1%25lo]",
                    "[fe80::5efe:7f00:1]",
                    "localhost",
                    "LOCALHOST",
                    "localhost.",
                    "inner.test",
                    "INNER.test",
                    "mixed.test",
                    "mixed6.test",
                    "mapped.test",
                    "metadata.test",
                    "lan.test",
                    "six.test",
                    "127.0.0.1.inner.test",
                    "1.inner.test",
                    "①②⑦.⓪.⓪.①",
                    "127。0。0。1",
                    "127%2e0.0.1",
                    "%31%32%37.0.0.1",
                    "127.0.0.1%00",
                    "user@127.0.0.1",
                    "user:pass@127.0.0.1",
                    "1.1.1.1@127.0.0.1",
                    "127.0.0.1\\@1.1.1.1",
                    "1.1.1.1#@127.0.0.1",
                    "lo\tcalhost",
                    "[::1",
                    "127.0.0.1]");
    private static final List<String> OTHER =
            List.of(
                    "file:///etc/passwd",
                    "gopher://127.0.0.1:%d/_x",
                    "ftp://127.0.0.1:%d/",
                    "dict://127.0.0.1:%d/x",
                    "jar:http://127.0.0.1:%d/a!/b",
                    "ldap://127.0.0.1:%d/",
                    "http:127.0.0.1:%d",
                    "http:/127.0.0.1:%d/",
                    "//127.0.0.1:%d/",
                    "http:///127.0.0.1:%d/",
                    "ws://127.0.0.1:%d/",
                    "h2c://127.0.0.1:%d/",
                    "unix:/tmp/x",
                    "data:text/plain,x",
                    "javascript:fetch('http://127.0.0.1:%d')",
                    "netdoc:///etc/passwd");

    private final AtomicInteger resolved = new AtomicInteger();
    private final ScriptedServer redirects = new ScriptedServer();
    private final Downloader downloader =
            new Downloader(
                    "test",
                    new Downloader.Limits(Duration.ofSeconds(2), 10_000),
                    AllowList.of("127.0.0.2"),
                    this::resolve,
                    new VirtualTime());

    @AfterEach
    void stop() {
        downloader.close();
        redirects.close();
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "1.1.1.1" -> throw new UnknownHostException("this test asks nobody outside");
            case "rebinding.test" ->
                    of(resolved.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1");
            case "mixed.test" -> of("127.0.0.2", "127.0.0.1");
            case "mixed6.test" -> of("127.0.0.2", "::1");
            case "mapped.test" -> of("::ffff:127.0.0.1");
            case "metadata.test" -> of("169.254.169.254");
            case "lan.test" -> of("192.168.0.1");
            case "six.test" -> of("fd00:ec2::254");
            default ->
                    host.endsWith("inner.test") ? of("127.0.0.1") : InetAddress.getAllByName(host);
        };
    }

    private static InetAddress[] of(String... addresses) {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.ofLiteral(addresses[i]);
        }
        return all;
    }

    @Test
    void reachesNothingInsideInAnyForm() throws InterruptedException, IOException {
        try (var inside = new CountingListener()) {
            List<String> forms = new ArrayList<>();
            for (String host : HOSTS) {
                forms.add("http://" + host + ":" + inside.port() + "/");
            }
            for (String form : OTHER) {
                forms.add(form.formatted(inside.port()));
            }
            int tried = 0;
            for (String form : forms) {
                tried += direct(form) ? 1 : 0;
                redirects.on("/to", _ -> HttpResponse.of(redirect(form)));
                assertThat(get("http://127.0.0.2:" + redirects.port() + "/to"))
                        .as(form)
                        .isNotInstanceOf(Download.Content.class);
                tried++;
            }
            assertThat(tried).isGreaterThanOrEqualTo(100);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void checksEveryHopOfARedirect() throws InterruptedException, IOException {
        try (var inside = new CountingListener()) {
            for (int hops = 1; hops <= 5; hops++) {
                for (int hop = 1; hop < hops; hop++) {
                    String next = "/" + (hop + 1);
                    redirects.on("/" + hop, _ -> HttpResponse.ofRedirect(next));
                }
                String last = "http://127.0.0.1:" + inside.port() + "/";
                redirects.on("/" + hops, _ -> HttpResponse.ofRedirect(last));
                Download download = get("http://127.0.0.2:" + redirects.port() + "/1");
                assertThat(((Download.Unreachable) download).failure().detail())
                        .contains("no public address");
            }
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void connectsToTheAddressThatItChecked() throws InterruptedException, IOException {
        redirects.on("/a", MediaType.PLAIN_TEXT, "safe");
        Download download = get("http://rebinding.test:" + redirects.port() + "/a");
        assertThat(download).isInstanceOf(Download.Content.class);
        assertThat(resolved).hasValue(1);
    }

    private static ResponseHeaders redirect(String to) {
        var ascii = new StringBuilder();
        to.chars()
                .forEach(c ->
                        ascii.append(
                                c > ' ' && c < 0x7F
                                        ? Character.toString(c)
                                        : "%%%02X".formatted(c)));
        return ResponseHeaders.of(HttpStatus.FOUND, HttpHeaderNames.LOCATION, ascii.toString());
    }

    /// False where it is no address even to the platform, so that nobody could ask for it.
    private boolean direct(String form) throws InterruptedException {
        URI address;
        try {
            address = URI.create(form);
        } catch (IllegalArgumentException _) {
            return false;
        }
        assertThat(downloader.get(new DownloadRequest(address, Map.of(), 5)))
                .as(form)
                .isInstanceOf(Download.Unreachable.class);
        return true;
    }

    private Download get(String address) throws InterruptedException {
        return downloader.get(new DownloadRequest(URI.create(address), Map.of(), 5));
    }
}
