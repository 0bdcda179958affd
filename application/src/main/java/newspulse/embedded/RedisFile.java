package newspulse.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The configuration file of the embedded Redis. It alone holds the password, and only its owner
/// can read it: a command line would show it to everybody.
final class RedisFile {
    /// Articles hardly ever replace each other, so rewriting a file of less gains nothing and costs
    /// a core for seconds.
    private static final String REWRITE_FROM = "1gb";

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private RedisFile() {}

    static Path write(Path directory, int port, String password, int maxMemoryMib)
            throws IOException {
        Path file = directory.resolve("redis.conf");
        Path draft = directory.resolve("redis.conf.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY);
        Files.writeString(draft, text(directory, port, password, maxMemoryMib));
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    static String text(Path directory, int port, String password, int maxMemoryMib) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("bind", LoopbackPort.HOST);
        lines.put("port", Integer.toString(port));
        lines.put("protected-mode", "yes");
        lines.put("daemonize", "no");
        lines.put("set-proc-title", "no");
        lines.put("dir", quoted(directory.toString()));
        lines.put("save", "\"\"");
        lines.put("appendonly", "yes");
        lines.put("appendfsync", "everysec");
        lines.put("aof-load-truncated", "yes");
        lines.put("auto-aof-rewrite-min-size", REWRITE_FROM);
        lines.put("loglevel", "warning");
        lines.put("logfile", "\"\"");
        if (maxMemoryMib > 0) {
            lines.put("maxmemory", maxMemoryMib + "mb");
            lines.put("maxmemory-policy", "noeviction");
        }
        if (!password.isEmpty()) {
            lines.put("requirepass", quoted(password));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
        return text.toString();
    }

    /// A string as Redis reads it between double quotes, byte for byte.
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                quoted.append('\\').append((char) b);
            } else if (b >= ' ' && b < 0x7f) {
                quoted.append((char) b);
            } else {
                quoted.append(String.format("\\x%02x", b & 0xff));
            }
        }
        return quoted.append('"').toString();
    }
}
