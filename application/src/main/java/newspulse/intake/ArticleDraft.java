package newspulse.intake;

import org.jspecify.annotations.Nullable;

/// An article as somebody sent it, before any rule was applied: each text as it came, or null where
/// there was none. See [Validator] for what becomes of it.
public record ArticleDraft(
        @Nullable String id,
        @Nullable String sourceId,
        @Nullable String sourceName,
        @Nullable String title,
        @Nullable String description,
        @Nullable String content,
        @Nullable String author,
        @Nullable String url,
        @Nullable String urlToImage,
        @Nullable String publishedAt,
        @Nullable String category,
        boolean sample) {}
