/// Answers that were given before for the same text. Start reading at
/// [newspulse.provider.cache.AnswerCache].
@NullMarked
package newspulse.provider.cache;

import org.jspecify.annotations.NullMarked;
