/// Texts as the models see them: words with offsets, hashes and what their characters say. Start at
/// [newspulse.engine.text.Tokenizer].
@NullMarked
package newspulse.engine.text;

import org.jspecify.annotations.NullMarked;
