/// The JSON of the wire contract: how an analysed article and a raw one are written, and what is
/// accepted as JSON at all. Start at [newspulse.wire.ArticleJson].
@NullMarked
package newspulse.wire;

import org.jspecify.annotations.NullMarked;
