/// Makes and measures the language identifier. Start at
/// [newspulse.training.language.LanguageTrainer].
@NullMarked
package newspulse.training.language;

import org.jspecify.annotations.NullMarked;
