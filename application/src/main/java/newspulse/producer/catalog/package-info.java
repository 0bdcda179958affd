/// The list of feeds, `sources.yaml`. Start at [newspulse.producer.catalog.FeedCatalog].
@NullMarked
package newspulse.producer.catalog;

import org.jspecify.annotations.NullMarked;
