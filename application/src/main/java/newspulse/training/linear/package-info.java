/// Trains the linear models of [newspulse.engine.linear]. Start at
/// [newspulse.training.linear.LinearTrainer].
@NullMarked
package newspulse.training.linear;

import org.jspecify.annotations.NullMarked;
