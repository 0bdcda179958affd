package newspulse.intake;

import newspulse.model.Source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The id of an article whose source gave none: the same in any replica and after any restart, for
/// it rests on nothing but the source and the canonical URL.
final class ArticleId {
    private static final int BYTES = 16;

    private ArticleId() {}

    static String derive(Source source, String url) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(source.key().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            byte[] digest = sha256.digest(CanonicalUrl.of(url).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
