package newspulse.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How a child is started so that Ctrl-C in the terminal does not reach it (a session of its own)
/// and that it gets a SIGTERM when the thread that started it is gone, however the JVM ended (the
/// kernel's parent-death signal). Where the machine has not the tools for it the child starts
/// without: its supervisor and the pid file then do what they can.
///
/// @param prefix what stands before the command; every word replaces the process by the next, so
///   the child keeps its process id
record ProcessGuard(List<String> prefix) {
    static final ProcessGuard FULL =
            new ProcessGuard(List.of("setsid", "setpriv", "--pdeathsig", "TERM"));
    static final ProcessGuard OWN_SESSION = new ProcessGuard(List.of("setsid"));
    static final ProcessGuard NONE = new ProcessGuard(List.of());

    private static final long PROBE_SECONDS = 5;

    ProcessGuard {
        prefix = List.copyOf(prefix);
    }

    /// The best that this machine can do, by trying.
    static ProcessGuard best() throws IOException {
        for (ProcessGuard guard : List.of(FULL, OWN_SESSION)) {
            if (guard.works()) {
                return guard;
            }
        }
        return NONE;
    }

    private boolean works() throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        Process probe;
        try {
            probe =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException _) {
            return false;
        }
        try {
            return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a process was started", e);
        } finally {
            probe.destroyForcibly();
        }
    }
}
