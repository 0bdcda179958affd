/// The stream processor: raw articles in; analysed articles and dead letters out, exactly once.
/// Start at [newspulse.stream.ArticleTopology].
@NullMarked
package newspulse.stream;

import org.jspecify.annotations.NullMarked;
