package newspulse.api;

import com.linecorp.armeria.common.websocket.WebSocketCloseStatus;
import com.linecorp.armeria.common.websocket.WebSocketFrame;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Where the live feed and its clients meet. Joining and publishing exclude each other, so that an
/// article is either in what a client gets first or in what it gets afterwards, never in both and
/// never in none.
final class LiveHub {
    private static final int REMEMBERED = 100;
    private static final int INITIAL = 10;

    private final LiveRing newest = new LiveRing(REMEMBERED);
    private final Set<LiveClient> clients = new LinkedHashSet<>();
    private boolean closing;

    LiveHub(LiveMetrics metrics) {
        metrics.watchClients(this::clients);
    }

    /// Tells every client of an article, unless it is old news. The message is made once and
    /// shared.
    void publish(Arrival article) {
        WebSocketFrame message = null;
        synchronized (this) {
            if (!newest.take(article)) {
                return;
            }
            for (LiveClient client : clients) {
                if (message == null) {
                    message = WebSocketFrame.ofText(Documents.newAnalysis(article.json()));
                }
                client.offer(message);
            }
        }
    }

    /// Lets a client in: it gets the newest articles and then whatever comes.
    void join(LiveClient client) {
        @Nullable WebSocketCloseStatus refusal;
        synchronized (this) {
            refusal = closing ? WebSocketCloseStatus.ENDPOINT_UNAVAILABLE : null;
            List<byte[]> first = newest.newest(INITIAL);
            client.sendFirst(WebSocketFrame.ofText(Documents.initialData(first)));
            clients.add(client);
        }
        if (refusal != null) {
            client.close(refusal);
        }
    }

    synchronized void leave(LiveClient client) {
        if (clients.remove(client)) {
            notifyAll();
        }
    }

    synchronized int clients() {
        return clients.size();
    }

    synchronized boolean isClosing() {
        return closing;
    }

    /// Says goodbye to every client behind what waits for it, and ends those that have not gone by
    /// the deadline.
    void close(Duration deadline) throws InterruptedException {
        List<LiveClient> present;
        synchronized (this) {
            closing = true;
            present = List.copyOf(clients);
        }
        present.forEach(client -> client.close(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE));
        synchronized (this) {
            long end = System.nanoTime() + deadline.toNanos();
            for (long left = deadline.toNanos(); !clients.isEmpty() && left > 0; ) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
            present = List.copyOf(clients);
        }
        present.forEach(LiveClient::abort);
    }
}
