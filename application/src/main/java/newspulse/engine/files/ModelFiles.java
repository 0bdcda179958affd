package newspulse.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Reads the files that the local models are made of, and names what was read: the same bytes in
/// the same order give the same version.
public final class ModelFiles {
    private static final int VERSION_DIGITS = 12;
    private static final String FOLDER = "/newspulse/engine/";

    private final MessageDigest digest;

    /// @param scoring the version of the code that reads the files
    public ModelFiles(String scoring) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update(scoring.getBytes(StandardCharsets.UTF_8));
    }

    /// The lines of a file of the application, without comments (`# `) and empty ones.
    public List<TermLine> lines(String name) {
        try (InputStream in = ModelFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the application: " + name);
            }
            byte[] bytes = in.readAllBytes();
            digest.update(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(TermLine::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// The name of everything read; call it once, after the last file.
    public String version() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }
}
