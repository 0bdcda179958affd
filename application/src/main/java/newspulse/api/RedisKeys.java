package newspulse.api;

/// The read model's names in Redis. Those of articles, importance and recency are part of the
/// published contract.
final class RedisKeys {
    /// The JSON of an article, expiring.
    static final String ARTICLE = "news:analysis:";

    /// Sorted set: id by importance.
    static final String BY_IMPORTANCE = "news:by_importance";

    /// List: the newest ids in order of arrival, newest first, each once.
    static final String RECENT = "news:recent";

    static final int RECENT_LENGTH = 100;

    /// Sorted set: id by the millisecond in which its article expires.
    static final String BY_EXPIRY = "news:by_expiry";

    /// Hash: id to the revision that is stored.
    static final String REVISIONS = "news:revisions";

    private RedisKeys() {}

    /// The indexes, in the order in which the scripts want them.
    static String[] indexes() {
        return new String[] {BY_IMPORTANCE, RECENT, BY_EXPIRY, REVISIONS};
    }
}
