package newspulse.intake;

import newspulse.model.Article;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Tells whether two articles of the same id say the same: the first 128 bits of SHA-256 over the
/// normalised texts. Addresses and times do not count, for publishers change them without a word of
/// news.
public record ContentHash(long high, long low) {
    public static ContentHash of(Article article) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            add(sha256, article.title());
            add(sha256, article.description());
            add(sha256, article.content());
            add(sha256, article.author());
            add(sha256, article.category());
            var digest = ByteBuffer.wrap(sha256.digest());
            return new ContentHash(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Texts cannot hold the separator: it is a control character.
    private static void add(MessageDigest digest, @Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
    }
}
