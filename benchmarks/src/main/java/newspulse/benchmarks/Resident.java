package newspulse.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Resident memory of a system, in MiB.
///
/// @param redis of the children, which is the embedded Redis
record Resident(double jvm, double redis) {
    private static final String LINUX_NAME = "VmRSS:";
    private static final double KIB_PER_MIB = 1024;

    double sum() {
        return jvm + redis;
    }

    /// What the kernel says: 0 for a process that is gone.
    static double mebibytesOf(long pid) throws IOException, InterruptedException {
        String kib = Files.exists(Path.of("/proc/self")) ? fromProc(pid) : fromPs(pid);
        return kib.isEmpty() ? 0 : Long.parseLong(kib) / KIB_PER_MIB;
    }

    private static String fromProc(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(LINUX_NAME))
                .map(line -> line.substring(LINUX_NAME.length()).replace("kB", "").strip())
                .findFirst()
                .orElse("");
    }

    private static String fromPs(long pid) throws IOException, InterruptedException {
        Process ps =
                new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ps.waitFor();
        return answer.strip();
    }
}
