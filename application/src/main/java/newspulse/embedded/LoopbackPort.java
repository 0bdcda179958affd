package newspulse.embedded;

import newspulse.config.ConfigurationException;
import newspulse.config.Setting;
import newspulse.model.Fault;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/// Chooses ports before anything is started on them: a taken one is told in milliseconds, with the
/// name of its setting.
final class LoopbackPort {
    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /// The port asked for, after a look that nobody holds it; or a free one for 0.
    ///
    /// @throws ConfigurationException when it is taken
    static int choose(int wanted, Setting<?> setting) throws IOException {
        if (wanted == 0) {
            return free();
        }
        if (isTaken(wanted)) {
            throw new ConfigurationException(
                    List.of(
                            new Fault(
                                    setting.name(),
                                    "is taken by another process: stop it, choose another port, or"
                                            + " leave the setting out to take a free one",
                                    Integer.toString(wanted))));
        }
        return wanted;
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        }
    }

    static boolean isTaken(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return false;
        } catch (BindException _) {
            return true;
        }
    }
}
