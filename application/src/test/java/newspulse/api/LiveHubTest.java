package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

class LiveHubTest {
    private static final Pattern ID = Pattern.compile("\"id\":\"a(\\d+)\"");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LiveMetrics metrics = new LiveMetrics(registry);
    private final LiveHub hub = new LiveHub(metrics);

    @Test
    void whoeverJoinsWhileNewsFlowsMissesAndDoublesNothing() throws Exception {
        List<FakeLink> links = new ArrayList<>();
        AtomicInteger published = new AtomicInteger();
        AtomicBoolean allJoined = new AtomicBoolean();
        Thread feed =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!allJoined.get()) {
                                hub.publish(Articles.arrival("a" + published.get()));
                                published.incrementAndGet();
                            }
                        });
        for (int i = 0; i < 200; i++) {
            int due = 5 * i;
            while (feed.isAlive() && published.get() < due) {
                Thread.onSpinWait();
            }
            links.add(join());
        }
        allJoined.set(true);
        feed.join();
        int end = published.get();
        for (FakeLink link : links) {
            List<String> texts = link.texts();
            List<Integer> initial = numbers(texts.getFirst());
            int next = initial.isEmpty() ? 0 : initial.getFirst() + 1;
            assertThat(texts.stream().skip(1).map(text -> numbers(text).getFirst()))
                    .isEqualTo(IntStream.range(next, end).boxed().toList());
        }
    }

    @Test
    void countsWhoIsThere() {
        var client = new LiveClient(new FakeLink(), Configs.live(1, 10, 1_000), metrics);
        hub.join(client);
        assertThat(registry.get("active_websocket_connections").gauge().value()).isEqualTo(1);
        hub.leave(client);
        assertThat(registry.get("active_websocket_connections").gauge().value()).isZero();
    }

    @Test
    void endsWhoDoesNotGoByTheDeadlineAndWhoComesLate() throws Exception {
        FakeLink stuck = new FakeLink();
        hub.join(new LiveClient(stuck, Configs.live(1, 10, 1_000), metrics));
        hub.close(Duration.ofMillis(10));
        assertThat(stuck.aborted).isTrue();
        FakeLink late = join();
        assertThat(late.texts()).hasSize(1);
        assertThat(late.closed).isNotNull();
        assertThat(String.valueOf(late.closed)).contains("1001");
    }

    private FakeLink join() {
        var link = new FakeLink();
        link.takeAll();
        hub.join(new LiveClient(link, Configs.live(1, 1_000_000, 1 << 30), metrics));
        return link;
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (Matcher matcher = ID.matcher(text); matcher.find(); ) {
            numbers.add(Integer.valueOf(matcher.group(1)));
        }
        return numbers;
    }
}
