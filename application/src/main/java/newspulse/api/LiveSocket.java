package newspulse.api;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.websocket.CloseWebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocket;
import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocketWriter;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.websocket.WebSocketService;

import io.netty.util.concurrent.ScheduledFuture;

import newspulse.http.Problems;
import newspulse.model.Failure;
import newspulse.model.FailureCode;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// `GET /ws`: turns WebSockets into clients of the [LiveHub]. What clients say is read, within a
/// limit, and ignored, but for the protocol's own ping and close.
final class LiveSocket {
    private static final int MAX_INBOUND_BYTES = 16 * 1024;
    private static final int TICKS = 4;

    private final LiveHub hub;
    private final ApiConfig config;
    private final LiveMetrics metrics;

    LiveSocket(LiveHub hub, ApiConfig config, LiveMetrics metrics) {
        this.hub = hub;
        this.config = config;
        this.metrics = metrics;
    }

    HttpService service() {
        return WebSocketService.builder(this::accept)
                // Who may connect is decided by the admission, which tells a browser from others.
                .allowedOrigins("*")
                .maxFramePayloadLength(MAX_INBOUND_BYTES)
                .fallbackService((_, _) -> upgradeRequired())
                .build()
                .decorate(new LiveAdmission(hub, config, metrics));
    }

    private static HttpResponse upgradeRequired() {
        return Problems.of(
                        HttpStatus.UPGRADE_REQUIRED,
                        new Failure(FailureCode.INVALID_REQUEST, "/ws speaks WebSocket only."))
                .mapHeaders(headers -> headers.toBuilder().set("upgrade", "websocket").build());
    }

    private WebSocket accept(ServiceRequestContext context, WebSocket in) {
        WebSocketWriter out = WebSocket.streaming();
        LiveClient client = new LiveClient(new ArmeriaLink(context, out), config, metrics);
        Duration tick =
                (config.pingInterval().compareTo(config.stallTimeout()) < 0
                                ? config.pingInterval()
                                : config.stallTimeout())
                        .dividedBy(TICKS);
        ScheduledFuture<?> ticking =
                context.eventLoop()
                        .withoutContext()
                        .scheduleAtFixedRate(
                                () -> client.passed(tick),
                                tick.toNanos(),
                                tick.toNanos(),
                                TimeUnit.NANOSECONDS);
        in.subscribe(new Inbound(client), context.eventLoop().withoutContext());
        hub.join(client);
        var _ =
                context.log()
                        .whenComplete()
                        .thenRun(() -> {
                            ticking.cancel(false);
                            client.gone();
                            hub.leave(client);
                        });
        return out;
    }

    private static final class Inbound implements Subscriber<WebSocketFrame> {
        private final LiveClient client;
        private @Nullable Subscription subscription;

        Inbound(LiveClient client) {
            this.client = client;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(WebSocketFrame frame) {
            client.heard();
            try (frame) {
                switch (frame.type()) {
                    case PING -> client.sendFirst(WebSocketFrame.ofPong(frame.array()));
                    case CLOSE -> client.close(answer((CloseWebSocketFrame) frame));
                    case PONG, TEXT, BINARY, CONTINUATION -> {}
                }
            }
            if (subscription != null) {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The server answers a broken protocol and notices a broken connection.
        }

        @Override
        public void onComplete() {
            client.close(WebSocketCloseStatus.NORMAL_CLOSURE);
        }

        private static WebSocketCloseStatus answer(CloseWebSocketFrame frame) {
            WebSocketCloseStatus status = frame.status();
            return status == null ? WebSocketCloseStatus.NORMAL_CLOSURE : status;
        }
    }
}
