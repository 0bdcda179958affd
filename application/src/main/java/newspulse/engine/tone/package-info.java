/// How an article speaks. Start at [newspulse.engine.tone.ToneModel].
@NullMarked
package newspulse.engine.tone;

import org.jspecify.annotations.NullMarked;
