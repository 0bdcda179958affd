/// The type of source that docs/feeds.md shows how to add.
@NullMarked
package newspulse.producer.example;

import org.jspecify.annotations.NullMarked;
