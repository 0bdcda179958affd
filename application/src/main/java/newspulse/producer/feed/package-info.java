/// Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed. Start at
/// [newspulse.producer.feed.FeedSource]; the reading of a document starts at
/// [newspulse.producer.feed.FeedReader].
@NullMarked
package newspulse.producer.feed;

import org.jspecify.annotations.NullMarked;
