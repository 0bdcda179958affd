package newspulse.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An article with what is known about it: the value of the `analyzed_news` topic, of Redis and of
/// the API.
///
/// @param processedAt when this revision was made
/// @param pipelineVersion the version of Newspulse that made it
/// @param duplicateOf the id of the first publication of the same text, if this is a later one
/// @param storyId the story this article tells, if it is known
/// @param ingestedAt when the broker took the article in
public record AnalyzedArticle(
        Article article,
        Analysis analysis,
        Instant processedAt,
        String pipelineVersion,
        Revision revision,
        @Nullable String duplicateOf,
        @Nullable String storyId,
        Instant ingestedAt) {}
