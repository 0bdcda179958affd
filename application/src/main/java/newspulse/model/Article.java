package newspulse.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A valid article whose texts are normalised: no markup, NFC, single spaces. `sample` marks the
/// demonstration's own texts, wherever they show.
public record Article(
        String id,
        Source source,
        String title,
        @Nullable String description,
        @Nullable String content,
        @Nullable String author,
        String url,
        @Nullable String urlToImage,
        Instant publishedAt,
        @Nullable String category,
        boolean sample,
        Ingest ingest) {

    /// Limits in UTF-16 characters, measured on what the client sent, trimmed.
    public static final int MAX_ID = 512;

    public static final int MIN_TITLE = 10;
    public static final int MAX_TITLE = 500;
    public static final int MAX_DESCRIPTION = 2_000;
    public static final int MAX_CONTENT = 10_000;
    public static final int MAX_AUTHOR = 200;
    public static final int MAX_URL = 4_096;
    public static final int MAX_CATEGORY = 50;

    /// How much longer than what was sent a normalised text can be (Unicode NFC, UAX #15, table 4).
    public static final int MAX_GROWTH = 3;

    public Article {
        Require.text("id", id, MAX_ID);
        Require.text("title", title, MAX_TITLE * MAX_GROWTH);
        Require.text("url", url, MAX_URL);
        atMost("description", description, MAX_DESCRIPTION);
        atMost("content", content, MAX_CONTENT);
        atMost("author", author, MAX_AUTHOR);
        atMost("urlToImage", urlToImage, MAX_URL);
        atMost("category", category, MAX_CATEGORY);
    }

    /// An article that nothing was done to.
    public Article(
            String id,
            Source source,
            String title,
            @Nullable String description,
            @Nullable String content,
            @Nullable String author,
            String url,
            @Nullable String urlToImage,
            Instant publishedAt,
            @Nullable String category,
            boolean sample) {
        this(
                id,
                source,
                title,
                description,
                content,
                author,
                url,
                urlToImage,
                publishedAt,
                category,
                sample,
                Ingest.NOTHING);
    }

    private static void atMost(String field, @Nullable String value, int max) {
        if (value != null && value.length() > max * MAX_GROWTH) {
            throw new IllegalArgumentException(
                    field + " has more than " + max * MAX_GROWTH + " characters");
        }
    }
}
