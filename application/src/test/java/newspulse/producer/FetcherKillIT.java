package newspulse.producer;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.Eventually;
import newspulse.embedded.EmbeddedRedis;
import newspulse.producer.BadPublisher.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Two replicas share the sources, and one of them is killed.
final class FetcherKillIT {
    private static final int FEEDS = 24;
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    /// A request may be under way for long on a busy machine, and the next one quickly there.
    private static final Duration NEARLY = Duration.ofSeconds(2);

    @TempDir static Path directory;

    @Test
    void asksNoSourceTwiceInAnIntervalAndTakesOverThoseOfADeadReplica()
            throws IOException, InterruptedException {
        try (var redis = EmbeddedRedis.start(directory, 0, "", 0);
                var publisher = new BadPublisher()) {
            for (int i = 0; i < FEEDS; i++) {
                String title = "feed" + i;
                publisher.on("/feed" + i, (_, _, out) -> BadPublisher.ok(out, "", title));
            }
            Process one = start("one", redis, publisher);
            Process two = start("two", redis, publisher);
            try {
                Eventually.holds("both ask", () -> feedsOf(publisher, 2).size() == 2);
                Eventually.holds("every source three times", () -> asked(publisher) >= 3);
                Set<String> ofOne = lastAskedBy(publisher, "one");
                assertThat(ofOne).isNotEmpty().hasSizeLessThan(FEEDS);
                one.destroyForcibly().waitFor();
                // The deadline of Eventually is the 30 s in which they are to be taken over.
                Eventually.holds(
                        "the other asks all of them",
                        () -> lastAskedBy(publisher, "two").size() == FEEDS);
                assertThat(IntStream.range(0, FEEDS).boxed())
                        .allSatisfy(feed -> assertNeverTwice(publisher.requests("/feed" + feed)));
            } finally {
                one.destroyForcibly().waitFor();
                two.destroyForcibly().waitFor();
            }
        }
    }

    private static Process start(String name, EmbeddedRedis redis, BadPublisher publisher)
            throws IOException {
        return FetcherChild.start(name, redis.port(), publisher.port(), FEEDS, INTERVAL);
    }

    private static void assertNeverTwice(List<Request> requests) {
        for (int i = 1; i < requests.size(); i++) {
            long between = requests.get(i).nanos() - requests.get(i - 1).nanos();
            assertThat(Duration.ofNanos(between))
                    .as("%s, request %s", requests.get(i), i)
                    .isGreaterThan(NEARLY);
        }
    }

    /// The least that any source was asked.
    private static int asked(BadPublisher publisher) {
        return IntStream.range(0, FEEDS)
                .map(feed -> publisher.requests("/feed" + feed).size())
                .min()
                .orElse(0);
    }

    /// Who asked among the latest requests.
    private static Set<String> feedsOf(BadPublisher publisher, int rounds) {
        List<Request> all = publisher.requests();
        return all.subList(Math.max(0, all.size() - rounds * FEEDS), all.size()).stream()
                .map(FetcherKillIT::who)
                .collect(Collectors.toSet());
    }

    private static Set<String> lastAskedBy(BadPublisher publisher, String name) {
        return IntStream.range(0, FEEDS)
                .mapToObj(feed -> publisher.requests("/feed" + feed))
                .filter(requests -> !requests.isEmpty() && who(requests.getLast()).equals(name))
                .map(requests -> requests.getLast().path())
                .collect(Collectors.toSet());
    }

    private static String who(Request request) {
        return String.valueOf(request.headers().get("user-agent"));
    }
}
