package newspulse.benchmarks;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/// A live client that notes when each article pushed by us arrived.
final class LiveClient implements AutoCloseable {
    static final long NEVER = 0;

    private static final String ID_PREFIX = "push-";
    private static final String MARK = "\"id\":\"" + ID_PREFIX;

    private final WebSocket socket;
    private final Listener listener;

    private LiveClient(WebSocket socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
    }

    /// Connects.
    ///
    /// @param articles how many will be pushed
    static LiveClient connect(HttpClient http, URI address, int articles) throws IOException {
        var listener = new Listener(articles);
        try {
            return new LiveClient(
                    http.newWebSocketBuilder().buildAsync(address, listener).join(), listener);
        } catch (CompletionException e) {
            throw new IOException("no WebSocket at " + address + ": " + e.getCause(), e);
        }
    }

    /// The id of the pushed article of this number.
    static String id(int number) {
        return ID_PREFIX + number;
    }

    int received() {
        return listener.received.get();
    }

    /// When an article came first, by [System#nanoTime]; [#NEVER] if it did not.
    long arrivedNanos(int number) {
        return listener.arrived.get(number);
    }

    @Override
    public void close() {
        socket.abort();
    }

    /// Takes whole messages apart only as far as the article's id.
    private static final class Listener implements WebSocket.Listener {
        private final AtomicLongArray arrived;
        private final AtomicInteger received = new AtomicInteger();
        private final StringBuilder message = new StringBuilder();

        Listener(int articles) {
            arrived = new AtomicLongArray(articles);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                note(System.nanoTime());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void note(long now) {
            int mark = message.indexOf(MARK);
            while (mark >= 0) {
                int from = mark + MARK.length();
                int to = message.indexOf("\"", from);
                int number = Integer.parseInt(message, from, to, 10);
                if (arrived.compareAndSet(number, NEVER, now)) {
                    received.incrementAndGet();
                }
                mark = message.indexOf(MARK, to);
            }
        }
    }
}
