package newspulse.intake;

import newspulse.model.Article;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether two articles of the same id say the same: the first 128 bits of SHA-256 over the
/// normalised texts. Addresses and times do not count, for publishers change them without a word of
/// news.
public record ContentHash(long high, long low) {
    public static ContentHash of(Article article) {
        MessageDigest sha256 = sha256();
        add(sha256, article.title());
        add(sha256, article.description());
        add(sha256, article.content());
        add(sha256, article.author());
        add(sha256, article.category());
        return of(sha256);
    }

    /// Of the texts alone, which is what a model reads.
    public static ContentHash ofTexts(Article article) {
        MessageDigest sha256 = sha256();
        add(sha256, article.title());
        add(sha256, article.description());
        add(sha256, article.content());
        return of(sha256);
    }

    /// 32 lower-case hexadecimal digits.
    public String hex() {
        var digits = HexFormat.of();
        return digits.toHexDigits(high) + digits.toHexDigits(low);
    }

    /// Of an article that was not read: the same bytes say the same, others may.
    public static ContentHash ofBytes(byte[] json) {
        MessageDigest sha256 = sha256();
        sha256.update(json);
        return of(sha256);
    }

    private static ContentHash of(MessageDigest sha256) {
        var digest = ByteBuffer.wrap(sha256.digest());
        return new ContentHash(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
