package newspulse.stream;

import newspulse.intake.ContentHash;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Duration;

/// What is remembered of an article: what it said, how often that changed, and when it last came in
/// (milliseconds since the epoch).
record KnownArticle(ContentHash content, int contentRevision, long seenAt) {
    /// An article that did not come again for so long is forgotten.
    static final Duration MEMORY = Duration.ofDays(7);

    /// A duplicate renews the memory only when the last time is so long ago: most cost no write.
    static final Duration RENEWAL = Duration.ofDays(1);

    private static final int SIZE = 3 * Long.BYTES + Integer.BYTES;

    byte[] toBytes() {
        return ByteBuffer.allocate(SIZE)
                .putLong(content.high())
                .putLong(content.low())
                .putInt(contentRevision)
                .putLong(seenAt)
                .array();
    }

    static @Nullable KnownArticle fromBytes(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var buffer = ByteBuffer.wrap(bytes);
        var content = new ContentHash(buffer.getLong(), buffer.getLong());
        return new KnownArticle(content, buffer.getInt(), buffer.getLong());
    }

    boolean isForgotten(long now) {
        return now - seenAt > MEMORY.toMillis();
    }

    boolean isDueForRenewal(long now) {
        return now - seenAt > RENEWAL.toMillis();
    }
}
