package newspulse.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of this build.
final class Version {
    private static final String FILE = "/newspulse/build.properties";

    private Version() {}

    static String current() {
        var build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}
