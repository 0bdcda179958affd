/// The whole text of an article, from its page. Start at [newspulse.producer.fulltext.FullText].
@NullMarked
package newspulse.producer.fulltext;

import org.jspecify.annotations.NullMarked;
