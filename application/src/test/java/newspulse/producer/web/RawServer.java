package newspulse.producer.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers whoever connects with bytes that need be no HTTP.
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger refusals = new AtomicInteger();
    private final Thread thread;

    /// Writes one answer; it ends by returning, by a broken connection, or by interruption.
    interface Script {
        void answer(OutputStream out) throws IOException;
    }

    RawServer(Script script) throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        thread = Thread.ofVirtual().start(() -> serve(script));
    }

    private void serve(Script script) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                byte[] request = new byte[8_192];
                if (client.getInputStream().read(request) >= 0) {
                    script.answer(client.getOutputStream());
                    client.shutdownOutput();
                }
            } catch (IOException _) {
                refusals.incrementAndGet(); // the other side has had enough
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.interrupt();
    }
}
