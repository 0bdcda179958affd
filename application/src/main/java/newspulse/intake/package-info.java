/// From bytes to a valid, normalised article with a stable id, or to every fault of it at once.
/// Start at [newspulse.intake.Intake].
@NullMarked
package newspulse.intake;

import org.jspecify.annotations.NullMarked;
