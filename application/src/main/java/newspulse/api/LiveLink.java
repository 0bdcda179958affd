package newspulse.api;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;

import java.util.concurrent.CompletableFuture;

/// The way to one live client. All but [#run] is called on its own thread.
interface LiveLink {
    /// Runs something on the link's thread.
    void run(Runnable task);

    /// Sends a frame; done when the socket has taken it, failed when there is no more socket.
    CompletableFuture<Void> send(WebSocketFrame frame);

    /// Says goodbye: a close frame behind what was sent, then the end.
    void close(WebSocketCloseStatus status);

    /// Ends the connection at once, whatever the socket still holds.
    void abort();
}
