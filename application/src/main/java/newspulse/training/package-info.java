/// From labelled text to model files, and from model files to measured quality. Start at
/// [newspulse.training.Trainer] and [newspulse.training.Evaluation].
@NullMarked
package newspulse.training;

import org.jspecify.annotations.NullMarked;
