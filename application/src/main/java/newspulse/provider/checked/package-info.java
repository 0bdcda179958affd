/// What a model outside says, held against the article and the taxonomy before anybody sees it.
/// Start reading at [newspulse.provider.checked.CheckedAnswer].
@NullMarked
package newspulse.provider.checked;

import org.jspecify.annotations.NullMarked;
