/// Trains and measures the tone models. Start at [newspulse.training.tone.ToneEvaluation].
@NullMarked
package newspulse.training.tone;

import org.jspecify.annotations.NullMarked;
