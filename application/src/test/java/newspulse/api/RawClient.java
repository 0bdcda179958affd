package newspulse.api;

import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestHeadersBuilder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A WebSocket client on a bare socket, which reads only when it is told to.
final class RawClient implements AutoCloseable {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    record Frame(int opcode, String text) {
        int closeStatus() {
            return opcode == 8 ? text.charAt(0) << 8 | text.charAt(1) : -1;
        }
    }

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    static RawClient connect(int port) throws IOException {
        var client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), port));
        client.socket.setSoTimeout(10_000);
        client.out.writeBytes(
                "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + KEY
                        + "\r\n\r\n");
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
        return client;
    }

    /// Asks for an upgrade that is to be refused with an ordinary answer.
    static AggregatedHttpResponse refusedUpgrade(URI uri, String origin) {
        RequestHeadersBuilder headers =
                RequestHeaders.builder(HttpMethod.GET, uri.getPath())
                        .set("upgrade", "websocket")
                        .set("connection", "Upgrade")
                        .set("sec-websocket-version", "13")
                        .set("sec-websocket-key", KEY);
        if (!origin.isEmpty()) {
            headers.set("origin", origin);
        }
        return WebClient.of("h1c://" + uri.getAuthority()).blocking().execute(headers.build());
    }

    void send(int opcode, byte[] payload) throws IOException {
        out.writeByte(0x80 | opcode);
        if (payload.length < 126) {
            out.writeByte(0x80 | payload.length);
        } else {
            out.writeByte(0x80 | 126);
            out.writeShort(payload.length);
        }
        out.writeInt(0);
        out.write(payload);
        out.flush();
    }

    Frame next() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0F;
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] payload = in.readNBytes(length);
        boolean isText = opcode == 1;
        return new Frame(
                opcode,
                new String(payload, isText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    boolean isOpenHere() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
