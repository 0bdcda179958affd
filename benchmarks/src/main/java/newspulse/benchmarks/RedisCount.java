package newspulse.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Counts the stored articles in Redis itself, at the price of a few bytes a question.
final class RedisCount implements AutoCloseable {
    private static final byte[] QUESTION =
            "ZCARD news:by_importance\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader answers;

    private RedisCount(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        answers =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    static RedisCount connect(int port) throws IOException {
        return new RedisCount(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    long stored() throws IOException {
        socket.getOutputStream().write(QUESTION);
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith(":")) {
            throw new IOException("Redis answered " + answer);
        }
        return Long.parseLong(answer.substring(1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
