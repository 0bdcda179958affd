package newspulse.producer.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// Listens on 127.0.0.1 and counts who connects.
final class CountingListener implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    CountingListener() throws IOException {
        socket = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                try (Socket _ = socket.accept()) {
                    connections.incrementAndGet();
                }
            }
        } catch (IOException _) {
            return; // closed
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
