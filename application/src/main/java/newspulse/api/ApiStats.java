package newspulse.api;

/// What `GET /` tells of the read model.
///
/// @param totalAnalyzed articles that are kept now
/// @param recentCount ids in the list of recent articles
public record ApiStats(long totalAnalyzed, long recentCount) {}
