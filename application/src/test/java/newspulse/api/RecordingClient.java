package newspulse.api;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A WebSocket client that reads everything and remembers it: the JDK's, so that both sides are not
/// the same code.
final class RecordingClient implements AutoCloseable, WebSocket.Listener {
    private static final Pattern ID = Pattern.compile("\"id\":\"a(\\d+)\"");

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private boolean closed;

    static RecordingClient connect(int port, Map<String, String> headers) {
        var client = new RecordingClient();
        WebSocket.Builder builder = Shared.HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        client.socket =
                builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), client).join();
        return client;
    }

    private static final class Shared {
        static final HttpClient HTTP = HttpClient.newHttpClient();
    }

    synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// The numbers of the articles that came one by one.
    List<Integer> newsAfterInitial() {
        List<String> all = texts();
        return all.subList(1, all.size()).stream().map(text -> numbers(text).getFirst()).toList();
    }

    /// What should have come one by one: whatever follows the newest of the first message.
    List<Integer> expectedAfterInitial(int end) {
        int newest = numbers(texts().getFirst()).getFirst();
        return IntStream.range(newest + 1, end).boxed().toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        synchronized (this) {
            partial.append(data);
            if (last) {
                texts.add(partial.toString());
                partial.setLength(0);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(
            WebSocket from, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (Matcher matcher = ID.matcher(text); matcher.find(); ) {
            numbers.add(Integer.valueOf(matcher.group(1)));
        }
        return numbers;
    }
}
