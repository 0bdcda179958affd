package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;

import newspulse.producer.ScriptedServer;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class RobotsTest {
    private static final String FILE = "/robots.txt";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedServer server = new ScriptedServer();
    private final HostTurns turns =
            new HostTurns(new HostTurns.Limits(2, Duration.ZERO), time, time);
    private final Downloader downloader =
            new Downloader(
                    "Newspulse/1",
                    new Downloader.Limits(Duration.ofSeconds(5), 8 << 20),
                    AllowList.of("127.0.0.1"),
                    turns,
                    time);
    private final Robots robots = new Robots(downloader, turns, time);

    @AfterEach
    void stop() {
        downloader.close();
        server.close();
    }

    @Test
    void obeysTheRulesThatNameItAndElseThoseForAll() throws InterruptedException {
        says("User-agent: *\nDisallow: /private\nAllow: /private/open\n");
        assertThat(allows("/story")).isTrue();
        assertThat(allows("/private/a")).isFalse();
        assertThat(allows("/private/open")).isTrue();
        later();
        says("User-agent: *\nDisallow: /\n\nUser-agent: Newspulse\nDisallow: /*.pdf$\n");
        assertThat(allows("/story")).isTrue();
        assertThat(allows("/a.pdf")).isFalse();
    }

    @Test
    void fetchesRulesOnceADay() throws InterruptedException {
        says("User-agent: *\nDisallow: /private\n");
        for (int page = 0; page < 5; page++) {
            allows("/story" + page);
        }
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().getFirst().get(HttpHeaderNames.USER_AGENT))
                .isEqualTo("Newspulse/1");
        later();
        allows("/story");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void fetchesRulesOnceForManyWhoAskAtOnce() throws InterruptedException {
        says("User-agent: *\nDisallow: /private\n");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(Thread.ofVirtual().start(this::askQuietly));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(server.requests()).hasSize(1);
    }

    private void askQuietly() {
        try {
            allows("/story");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void takesNoRulesForLeave() throws InterruptedException {
        assertThat(allows("/story")).isTrue();
        server.on(FILE, _ -> HttpResponse.of(HttpStatus.FORBIDDEN));
        later();
        assertThat(allows("/story")).isTrue();
    }

    @Test
    void fetchesNothingWhileTheRulesCannotBeHad() throws InterruptedException {
        server.on(FILE, _ -> HttpResponse.of(HttpStatus.BAD_GATEWAY));
        assertThat(allows("/story")).isFalse();
        says("User-agent: *\nAllow: /\n");
        assertThat(allows("/story")).isFalse();
        time.advance(Duration.ofMinutes(11));
        assertThat(allows("/story")).isTrue();
        assertThat(robots.allows(URI.create("http://127.0.0.1:1/story"))).isFalse();
        assertThat(robots.allows(URI.create("mailto:desk@news.example"))).isFalse();
    }

    @Test
    void followsTheRulesWhereTheyHaveMoved() throws InterruptedException {
        server.on(FILE, _ -> HttpResponse.ofRedirect("/elsewhere.txt"));
        server.on("/elsewhere.txt", MediaType.PLAIN_TEXT, "User-agent: *\nDisallow: /private\n");
        assertThat(allows("/private")).isFalse();
    }

    @Test
    void readsHalfAMebibyteOfRulesAndNoMore() throws InterruptedException {
        String line = "# " + "x".repeat(97) + "\n";
        String early = "User-agent: *\nDisallow: /early\n" + line.repeat(6_000);
        says(early + "Disallow: /late\n");
        assertThat(allows("/early")).isFalse();
        assertThat(allows("/late")).isTrue();
    }

    @Test
    void takesWhatIsNoRulesForNone() throws InterruptedException {
        server.on(FILE, MediaType.HTML_UTF_8, "<html><body>Welcome</body></html>");
        assertThat(allows("/story")).isTrue();
        later();
        says("\u0000\u0001 : : Disallow\nUser-agent\nDisallow: /%zz\n");
        assertThat(allows("/story")).isTrue();
    }

    private void says(String rules) {
        server.on(FILE, MediaType.PLAIN_TEXT, rules);
    }

    private void later() {
        time.advance(Duration.ofHours(25));
    }

    private boolean allows(String path) throws InterruptedException {
        return robots.allows(URI.create(server.address(path)));
    }
}
