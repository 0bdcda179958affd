package newspulse.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Many feeds at many loopback addresses, ten at each, played by one server. Each publishes
/// something new every 1 to 60 minutes, tells its version and honours it (304), and takes 20 to 300
/// ms to answer; one in a hundred takes 3 s, one in two hundred only says 503, and one in two
/// hundred never answers. It remembers how far apart it was asked for each.
final class FeedFarm implements AutoCloseable {
    private static final int ENTRIES = 20;
    private static final int FEEDS_OF_A_HOST = 10;
    private static final int BACKLOG = 4_096;
    private static final long ENDLESS_MILLIS = 120_000;

    private final int feeds;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLongArray lastAsked;
    private final AtomicLongArray longest;
    private final AtomicLongArray shortest;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();

    FeedFarm(int feeds) throws IOException {
        this.feeds = feeds;
        lastAsked = new AtomicLongArray(feeds);
        longest = new AtomicLongArray(feeds);
        shortest = new AtomicLongArray(feeds);
        server = HttpServer.create(new InetSocketAddress(0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /// A `sources.yaml` of all of them.
    String sources() {
        var yaml = new StringBuilder("sources:\n");
        for (int feed = 0; feed < feeds; feed++) {
            int host = feed / FEEDS_OF_A_HOST;
            yaml.append(
                    "  - {name: feed %d, url: 'http://127.1.%d.%d:%d/%d'}%n"
                            .formatted(
                                    feed,
                                    host / 250,
                                    1 + host % 250,
                                    server.getAddress().getPort(),
                                    feed));
        }
        return yaml.toString();
    }

    long requests() {
        return requests.get();
    }

    long unchanged() {
        return unchanged.get();
    }

    /// The longest that a feed which answers waited to be asked again, in seconds.
    double longestGap() {
        double most = 0;
        for (int feed = 0; feed < feeds; feed++) {
            most = Math.max(most, isWell(feed) ? longest.get(feed) / 1e9 : 0);
        }
        return most;
    }

    /// The shortest that any feed was left alone, in seconds.
    double shortestGap() {
        double least = Double.MAX_VALUE;
        for (int feed = 0; feed < feeds; feed++) {
            long gap = shortest.get(feed);
            least = gap == 0 ? least : Math.min(least, gap / 1e9);
        }
        return least;
    }

    /// How many feeds were never asked.
    long neverAsked() {
        long never = 0;
        for (int feed = 0; feed < feeds; feed++) {
            never += lastAsked.get(feed) == 0 ? 1 : 0;
        }
        return never;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static boolean isWell(int feed) {
        return feed % 200 > 1;
    }

    private void serve(HttpExchange exchange) throws IOException {
        int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        note(feed);
        try (exchange) {
            Thread.sleep(latency(feed));
            answer(exchange, feed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(int feed) {
        requests.incrementAndGet();
        long now = System.nanoTime();
        long before = lastAsked.getAndSet(feed, now);
        if (before != 0) {
            longest.accumulateAndGet(feed, now - before, Math::max);
            shortest.accumulateAndGet(
                    feed, now - before, (one, other) -> one == 0 ? other : Math.min(one, other));
        }
    }

    private static long latency(int feed) {
        if (feed % 200 == 0) {
            return ENDLESS_MILLIS;
        }
        return feed % 100 == 50 ? 3_000 : 20 + feed * 37L % 280;
    }

    private void answer(HttpExchange exchange, int feed) throws IOException {
        if (!isWell(feed)) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        long period = 60_000L * (1 + feed % 60);
        long newest = System.currentTimeMillis() / period;
        String version = "\"" + newest + "\"";
        exchange.getResponseHeaders().set("ETag", version);
        if (version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        byte[] body = document(feed, newest, period).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String document(int feed, long newest, long period) {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed</title>");
        for (long entry = newest; entry > newest - ENTRIES; entry--) {
            rss.append("<item><title>Story ")
                    .append(entry)
                    .append(" of feed ")
                    .append(feed)
                    .append("</title><link>http://news.example/")
                    .append(feed)
                    .append('/')
                    .append(entry)
                    .append("</link><description>")
                    .append("What happened then, told in some words of no consequence. ".repeat(6))
                    .append("</description><pubDate>")
                    .append(Instant.ofEpochMilli(entry * period))
                    .append("</pubDate></item>");
        }
        return rss.append("</channel></rss>").toString();
    }
}
