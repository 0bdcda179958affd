/// Which language an article is in. Start at [newspulse.engine.language.LanguageIdentifier].
@NullMarked
package newspulse.engine.language;

import org.jspecify.annotations.NullMarked;
