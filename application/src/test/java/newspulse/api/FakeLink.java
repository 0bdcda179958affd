package newspulse.api;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocketFrameType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A link whose socket takes a frame when the test says so.
final class FakeLink implements LiveLink {
    private final List<WebSocketFrame> sent = new ArrayList<>();
    @Nullable WebSocketCloseStatus closed;
    boolean aborted;
    private boolean open;
    private @Nullable CompletableFuture<Void> waiting;

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public CompletableFuture<Void> send(WebSocketFrame frame) {
        synchronized (sent) {
            sent.add(frame);
        }
        if (open) {
            return CompletableFuture.completedFuture(null);
        }
        waiting = new CompletableFuture<>();
        return waiting;
    }

    @Override
    public void close(WebSocketCloseStatus status) {
        closed = status;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    /// The socket takes the frame that was sent last.
    void takeOne() {
        CompletableFuture<Void> taken = waiting;
        waiting = null;
        if (taken != null) {
            taken.complete(null);
        }
    }

    /// From now on the socket takes everything.
    void takeAll() {
        open = true;
        takeOne();
    }

    List<String> texts() {
        return sent(WebSocketFrameType.TEXT).stream().map(WebSocketFrame::text).toList();
    }

    int pings() {
        return sent(WebSocketFrameType.PING).size();
    }

    private List<WebSocketFrame> sent(WebSocketFrameType type) {
        synchronized (sent) {
            return sent.stream().filter(frame -> frame.type() == type).toList();
        }
    }
}
