package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

import java.nio.charset.Charset;

/// What charset bytes are probably in when nobody says so, by how often which of them follow each
/// other (Li and Momoi, "A composite approach to language/encoding detection", 2001).
final class CharsetGuess {
    /// So many bytes are enough to tell, and cost little.
    private static final int SAMPLE = 64 * 1024;

    private CharsetGuess() {}

    static @Nullable Charset of(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException _) {
            return null; // one that this platform cannot read
        }
    }
}
