package newspulse.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks whatever listens on a port whether it is the process we started and has read its data.
record RedisHandshake(int port, String password) {
    private static final int PATIENCE_MS = 1_000;

    /// Whether the process serves; false also while nothing listens yet.
    boolean isServing(long pid) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral(LoopbackPort.HOST), port),
                    PATIENCE_MS);
            socket.getOutputStream().write(request().getBytes(StandardCharsets.UTF_8));
            return isServing(socket, pid);
        } catch (IOException _) {
            return false;
        }
    }

    private boolean isServing(Socket socket, long pid) throws IOException {
        BufferedReader answer =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        boolean ours = false;
        boolean loaded = false;
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
            ours |= line.equals("process_id:" + pid);
            loaded |= line.equals("loading:0");
            if (ours && loaded) {
                return true;
            }
        }
        return false;
    }

    /// Redis closes the connection after `QUIT`, which ends the answer.
    private String request() {
        String login = password.isEmpty() ? "" : command("AUTH", password);
        return login + command("INFO") + command("QUIT");
    }

    private static String command(String... words) {
        StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
        for (String word : words) {
            int length = word.getBytes(StandardCharsets.UTF_8).length;
            command.append('$').append(length).append("\r\n").append(word).append("\r\n");
        }
        return command.toString();
    }
}
