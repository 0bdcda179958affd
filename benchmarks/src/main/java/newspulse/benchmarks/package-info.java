/// Measures a running system from outside, over the same ports as its users. Start at
/// [newspulse.benchmarks.Bench].
@NullMarked
package newspulse.benchmarks;

import org.jspecify.annotations.NullMarked;
