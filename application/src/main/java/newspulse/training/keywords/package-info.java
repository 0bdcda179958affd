/// Makes the table of word frequencies that keywords are weighed by, and measures keywords. Start
/// at [newspulse.training.keywords.KeywordEvaluation].
@NullMarked
package newspulse.training.keywords;

import org.jspecify.annotations.NullMarked;
