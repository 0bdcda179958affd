package newspulse.producer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody else's server, on every loopback address, that misbehaves as its scripts tell it: it
/// answers byte by byte, not at all, or with something else, and remembers what it was asked, when,
/// and how many asked at a time.
public final class BadPublisher implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger busiest = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    /// What it was asked; header names in small letters; `nanos` by [System#nanoTime].
    public record Request(String path, Map<String, String> headers, long nanos) {}

    /// Answers one request by writing whatever it wants; `number` counts those of the path from 1.
    @FunctionalInterface
    public interface Script {
        void answer(Request request, int number, OutputStream out)
                throws IOException, InterruptedException;
    }

    public BadPublisher() throws IOException {
        socket = new ServerSocket(0, 1_000);
        Thread.ofVirtual().name("bad-publisher").start(this::serve);
    }

    public BadPublisher on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /// Under `127.0.0.1`, or under `localhost` as another host.
    public String address(String host, String path) {
        return "http://" + host + ":" + socket.getLocalPort() + path;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// The most that it was busy with at a time.
    public int busiest() {
        return busiest.get();
    }

    /// How many connections the other side broke off.
    public int broken() {
        return broken.get();
    }

    /// A whole answer; headers as lines.
    public static void say(OutputStream out, String status, String headers, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(status, bytes.length, headers);
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    /// A feed of one entry.
    public static String feed(String title) {
        return "<rss version='2.0'><channel><item><title>%s, a story</title><link>http://a.example/%s</link></item></channel></rss>"
                .formatted(title, title);
    }

    public static void ok(OutputStream out, String headers, String title) throws IOException {
        say(out, "200 OK", "Content-Type: application/rss+xml\r\n" + headers, feed(title));
    }

    public static void type(OutputStream out, String type, String body) throws IOException {
        say(out, "200 OK", "Content-Type: " + type + "\r\n", body);
    }

    public static void moved(OutputStream out, int status, String to) throws IOException {
        say(out, status + " Moved", "Location: " + to + "\r\n", "");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException _) {
            busy.set(0); // closed
        }
    }

    private void answer(Socket client) {
        try (client) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            String path = first.replaceAll("^\\S+ (\\S+).*", "$1");
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            answer(new Request(path, headers, System.nanoTime()), client.getOutputStream());
        } catch (IOException _) {
            broken.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Request request, OutputStream out)
            throws IOException, InterruptedException {
        busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
        try {
            requests.add(request);
            int number = requests(request.path()).size();
            Script script = scripts.get(request.path());
            if (script == null) {
                say(out, "404 Not Found", "", "");
            } else {
                script.answer(request, number, out);
            }
        } finally {
            busy.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
