/// How good answers are, in numbers. Start at [newspulse.training.metrics.Confusion].
@NullMarked
package newspulse.training.metrics;

import org.jspecify.annotations.NullMarked;
