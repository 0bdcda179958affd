package newspulse.producer.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a document turned out to be.
sealed interface FeedReading {

    /// A feed, perhaps an empty one. `head` is what it says about itself, in the terms of an entry;
    /// `restsFor` how often it says that it changes, zero where it does not; `repairs` is what was
    /// mended in the document as a whole.
    record Feed(
            String format,
            FeedEntry head,
            Duration restsFor,
            List<FeedEntry> entries,
            Set<Repair> repairs)
            implements FeedReading {
        public Feed {
            entries = List.copyOf(entries);
            repairs = Set.copyOf(repairs);
        }
    }

    /// A page of HTML that names feeds, best first.
    record Page(List<URI> feeds) implements FeedReading {
        public Page {
            feeds = List.copyOf(feeds);
        }
    }

    /// Something else.
    record NotAFeed(String reason) implements FeedReading {}
}
