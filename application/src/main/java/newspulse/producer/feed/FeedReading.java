package newspulse.producer.feed;

import java.util.List;

/// What a document turned out to be.
sealed interface FeedReading {

    /// A feed, perhaps an empty one.
    record Feed(List<FeedEntry> entries) implements FeedReading {
        public Feed {
            entries = List.copyOf(entries);
        }
    }

    /// Something else, a page of HTML perhaps.
    record NotAFeed(String reason) implements FeedReading {}
}
