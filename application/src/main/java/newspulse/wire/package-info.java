/// The JSON of the wire contract: how an analysed article and a raw one are written, and what is
/// accepted as JSON at all. Start at [newspulse.wire.ArticleJson] and
/// [newspulse.wire.ArticleReader].
@NullMarked
package newspulse.wire;

import org.jspecify.annotations.NullMarked;
