/// Linear models over hashed features that all models of a language share. Start at
/// [newspulse.engine.linear.LinearModel].
@NullMarked
package newspulse.engine.linear;

import org.jspecify.annotations.NullMarked;
