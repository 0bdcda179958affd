package newspulse.api;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// One live client and what waits for it. Messages leave the bounded queue only as the client's
/// socket takes them; when it is full the oldest goes. Offering never blocks.
final class LiveClient {
    private static final int SENT_IN_A_ROW = 64;
    private static final int MISSED_PINGS = 3;

    private final LiveLink link;
    private final ApiConfig config;
    private final LiveMetrics metrics;

    private final Deque<WebSocketFrame> urgent = new ArrayDeque<>();
    private final Deque<WebSocketFrame> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean draining;
    private boolean overflowed;
    private @Nullable WebSocketCloseStatus goodbye;
    private boolean ended;

    private boolean moved;
    private Duration silence = Duration.ZERO;
    private Duration stalled = Duration.ZERO;
    private Duration sincePing = Duration.ZERO;

    LiveClient(LiveLink link, ApiConfig config, LiveMetrics metrics) {
        this.link = link;
        this.config = config;
        this.metrics = metrics;
    }

    /// Sends this before anything that waits; for the first message and control frames.
    void sendFirst(WebSocketFrame frame) {
        synchronized (this) {
            urgent.addLast(frame);
        }
        wake();
    }

    /// Queues a message, at the cost of the oldest ones when there is no room.
    void offer(WebSocketFrame message) {
        int dropped = 0;
        synchronized (this) {
            if (ended || goodbye != null) {
                return;
            }
            waiting.addLast(message);
            waitingBytes += message.length();
            while (waiting.size() > config.queueSize()
                    || (waitingBytes > config.queueBytes() && waiting.size() > 1)) {
                waitingBytes -= waiting.removeFirst().length();
                dropped++;
            }
            overflowed |= dropped > 0;
        }
        metrics.dropped(dropped);
        wake();
    }

    /// Ends the connection in order, behind what waits.
    void close(WebSocketCloseStatus status) {
        synchronized (this) {
            if (goodbye == null) {
                goodbye = status;
            }
        }
        wake();
    }

    /// Ends the connection now.
    void abort() {
        gone();
        link.run(link::abort);
    }

    /// There is no more connection; what waits is forgotten.
    synchronized void gone() {
        ended = true;
        urgent.clear();
        waiting.clear();
        waitingBytes = 0;
    }

    /// The client sent something. On the link's thread.
    void heard() {
        silence = Duration.ZERO;
    }

    /// Time has passed: asks for a sign of life when it is due, and ends a client that is gone or
    /// takes nothing. On the link's thread.
    void passed(Duration time) {
        boolean full;
        boolean held;
        synchronized (this) {
            full = overflowed || waiting.size() >= config.queueSize();
            held = draining;
        }
        if (moved && held) {
            // A slow reader hears our pings late, but it moves.
            silence = Duration.ZERO;
        } else {
            silence = silence.plus(time);
        }
        stalled = full && !moved ? stalled.plus(time) : Duration.ZERO;
        moved = false;
        if (stalled.compareTo(config.stallTimeout()) >= 0) {
            end(LiveMetrics.Reason.STALLED);
        } else if (silence.compareTo(config.pingInterval().multipliedBy(MISSED_PINGS)) >= 0) {
            end(LiveMetrics.Reason.SILENT);
        } else {
            pingWhenDue(time);
        }
    }

    private void pingWhenDue(Duration time) {
        sincePing = sincePing.plus(time);
        if (sincePing.compareTo(config.pingInterval()) >= 0) {
            sincePing = Duration.ZERO;
            synchronized (this) {
                if (!urgent.isEmpty()) {
                    return;
                }
            }
            sendFirst(WebSocketFrame.ofPing());
        }
    }

    private void end(LiveMetrics.Reason reason) {
        metrics.ended(reason);
        gone();
        link.abort();
    }

    private void wake() {
        synchronized (this) {
            if (draining || ended) {
                return;
            }
            draining = true;
        }
        link.run(this::drain);
    }

    private void drain() {
        for (int sent = 0; sent < SENT_IN_A_ROW; sent++) {
            WebSocketFrame next = next();
            if (next == null) {
                return;
            }
            CompletableFuture<Void> taken = link.send(next);
            if (!taken.isDone()) {
                var _ =
                        taken.handle((_, failure) -> {
                            if (failure == null) {
                                moved = true;
                                drain();
                            }
                            return null;
                        });
                return;
            }
            moved = true;
        }
        // Others on this thread want their turn.
        link.run(this::drain);
    }

    /// The next frame to send; after the last one, the goodbye if there is to be one.
    private @Nullable WebSocketFrame next() {
        WebSocketCloseStatus status;
        synchronized (this) {
            if (!urgent.isEmpty()) {
                return urgent.removeFirst();
            }
            if (!waiting.isEmpty()) {
                WebSocketFrame next = waiting.removeFirst();
                waitingBytes -= next.length();
                overflowed = false;
                return next;
            }
            draining = false;
            if (goodbye == null || ended) {
                return null;
            }
            status = goodbye;
            ended = true;
        }
        link.close(status);
        return null;
    }
}
