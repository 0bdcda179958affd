package newspulse.engine.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/// Reads the files that the local models are made of, and names what was read: the same files give
/// the same version, in whatever order. Of each file two checksums and the length are taken, which
/// the JVM computes at full speed from the first byte on; they tell versions apart, and are no
/// protection from forgery. Several threads may read at once. A user's own files stand before those
/// that ship with the application, name by name.
public final class ModelFiles {
    private static final int VERSION_DIGITS = 12;
    private static final String FOLDER = "/newspulse/engine/";

    private final String scoring;
    private final Map<String, byte[]> sums = new ConcurrentSkipListMap<>();
    private final @Nullable Path own;

    /// @param scoring the version of the code that reads the files
    /// @param own a directory whose files are taken rather than the shipped ones of the same name
    public ModelFiles(String scoring, @Nullable Path own) {
        this.scoring = scoring;
        this.own = own;
    }

    /// The lines of a text file, without comments (`# `) and empty ones.
    public List<TermLine> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(TermLine::parse)
                .toList();
    }

    /// The whole of a file.
    public byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readAllBytes();
            sums.put(name, sums(bytes));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private InputStream open(String name) throws IOException {
        if (own != null && Files.exists(own.resolve(name))) {
            return Files.newInputStream(own.resolve(name));
        }
        InputStream in = ModelFiles.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("missing from the application: " + name);
        }
        return in;
    }

    private static byte[] sums(byte[] bytes) {
        Checksum crc = new CRC32();
        crc.update(bytes);
        Checksum adler = new Adler32();
        adler.update(bytes);
        return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(crc.getValue())
                .putLong(adler.getValue())
                .putInt(bytes.length)
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The name of everything read; call it once, after the last file.
    public String version() {
        MessageDigest digest = sha256();
        digest.update(scoring.getBytes(StandardCharsets.UTF_8));
        sums.forEach((name, one) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(one);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }
}
