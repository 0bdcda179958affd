package newspulse.api;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocketWriter;
import com.linecorp.armeria.server.ServiceRequestContext;

import io.netty.channel.Channel;

import org.jspecify.annotations.Nullable;

import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;

/// A live client behind a WebSocket of the HTTP server.
final class ArmeriaLink implements LiveLink {
    private final ServiceRequestContext context;
    private final WebSocketWriter writer;

    ArmeriaLink(ServiceRequestContext context, WebSocketWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    @Override
    public void run(Runnable task) {
        context.eventLoop().withoutContext().execute(task);
    }

    @Override
    public CompletableFuture<Void> send(WebSocketFrame frame) {
        return writer.tryWrite(frame)
                ? writer.whenConsumed()
                : CompletableFuture.failedFuture(new ClosedChannelException());
    }

    @Override
    public void close(WebSocketCloseStatus status) {
        writer.close(status);
    }

    /// A full socket would take no close frame either, and the server would wait for it to be sent:
    /// so the connection goes, except where it carries other requests, too.
    @Override
    public void abort() {
        @Nullable Channel channel = context.log().partial().channel();
        if (channel != null && !context.sessionProtocol().isMultiplex()) {
            var _ = channel.close();
        } else {
            context.cancel();
        }
    }
}
