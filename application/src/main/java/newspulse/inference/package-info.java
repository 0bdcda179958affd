/// The engine behind HTTP: single, batch, and async with results to fetch, under a bound on what
/// runs and on what waits. Start at [newspulse.inference.InferenceService].
@NullMarked
package newspulse.inference;

import org.jspecify.annotations.NullMarked;
