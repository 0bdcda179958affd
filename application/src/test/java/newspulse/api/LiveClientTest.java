package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

class LiveClientTest {
    private static final Duration TICK = Duration.ofSeconds(5);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LiveMetrics metrics = new LiveMetrics(registry);
    private final FakeLink link = new FakeLink();
    private final LiveClient client = new LiveClient(link, Configs.live(1, 3, 1_000), metrics);

    @Test
    void sendsTheNextMessageOnlyWhenTheSocketTookTheOneBefore() {
        offer(1, 2);
        assertThat(link.texts()).containsExactly("1");
        link.takeOne();
        assertThat(link.texts()).containsExactly("1", "2");
        link.takeOne();
        offer(3, 3);
        assertThat(link.texts()).containsExactly("1", "2", "3");
    }

    @Test
    void dropsTheOldestWhenTheQueueIsFullAndCountsIt() {
        offer(1, 10);
        link.takeAll();
        assertThat(link.texts()).containsExactly("1", "8", "9", "10");
        assertThat(dropped()).isEqualTo(6);
    }

    @Test
    void dropsTheOldestWhenTheQueueIsTooHeavy() {
        client.offer(WebSocketFrame.ofText("first"));
        client.offer(WebSocketFrame.ofText("x".repeat(600)));
        client.offer(WebSocketFrame.ofText("y".repeat(600)));
        link.takeAll();
        assertThat(link.texts()).containsExactly("first", "y".repeat(600));
        assertThat(dropped()).isEqualTo(1);
    }

    @Test
    void drainsAnyNumberOfMessagesWithoutDeepRecursion() {
        var roomy = new LiveClient(link, Configs.live(1, 200_000, 1 << 30), metrics);
        IntStream.range(0, 100_000)
                .forEach(i -> roomy.offer(WebSocketFrame.ofText(Integer.toString(i))));
        for (int i = 0; i < 50_000; i++) {
            link.takeOne();
        }
        assertThat(link.texts()).hasSize(50_001).last().isEqualTo("50000");
    }

    @Test
    void saysGoodbyeBehindWhatWaits() {
        offer(1, 3);
        client.close(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
        offer(4, 4);
        assertThat(link.closed).isNull();
        link.takeAll();
        assertThat(link.texts()).containsExactly("1", "2", "3");
        assertThat(link.closed).isEqualTo(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
    }

    @Test
    void endsAClientThatTakesNothingWhileItsQueueIsFull() {
        offer(1, 10);
        pass(11);
        client.heard();
        assertThat(link.aborted).isFalse();
        pass(1);
        assertThat(link.aborted).isTrue();
        assertThat(ended("stalled")).isEqualTo(1);
    }

    @Test
    void keepsASlowClientAsLongAsItMoves() {
        link.takeAll();
        offer(1, 1);
        var slow = new FakeLink();
        var reader = new LiveClient(slow, Configs.live(1, 3, 1_000), metrics);
        for (int i = 0; i < 100; i++) {
            for (int message = 0; message < 5; message++) {
                reader.offer(WebSocketFrame.ofText("m"));
            }
            reader.passed(TICK);
            slow.takeOne();
        }
        assertThat(slow.aborted).isFalse();
    }

    @Test
    void pingsAndEndsAClientThatGivesNoSignOfLife() {
        link.takeAll();
        pass(4);
        assertThat(link.pings()).isEqualTo(1);
        client.heard();
        pass(11);
        assertThat(link.aborted).isFalse();
        assertThat(link.pings()).isEqualTo(3);
        pass(1);
        assertThat(link.aborted).isTrue();
        assertThat(ended("silent")).isEqualTo(1);
    }

    @Test
    void sendsControlFramesBeforeWhatWaits() {
        offer(1, 3);
        client.sendFirst(WebSocketFrame.ofText("first"));
        link.takeAll();
        assertThat(link.texts()).containsExactly("1", "first", "2", "3");
    }

    private void offer(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(i -> client.offer(WebSocketFrame.ofText(Integer.toString(i))));
    }

    private void pass(int ticks) {
        for (int i = 0; i < ticks; i++) {
            client.passed(TICK);
        }
    }

    private double dropped() {
        return registry.counter("websocket_dropped").count();
    }

    private double ended(String reason) {
        return registry.counter("websocket_ended", "reason", reason).count();
    }
}
