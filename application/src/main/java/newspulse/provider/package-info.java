/// Models outside the local engine: what they may answer, in which order they are asked, under
/// which limits, and what they may cost. Start reading at [newspulse.provider.Provider] and
/// [newspulse.provider.Refinement].
@NullMarked
package newspulse.provider;

import org.jspecify.annotations.NullMarked;
