/// The words and phrases that tell most of an article. Start at
/// [newspulse.engine.keywords.KeywordRanking].
@NullMarked
package newspulse.engine.keywords;

import org.jspecify.annotations.NullMarked;
