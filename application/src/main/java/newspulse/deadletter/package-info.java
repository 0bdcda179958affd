/// Dead letters: what is written on them, how they are read again, and how they get another chance.
/// Start reading at [newspulse.deadletter.DeadLetters].
@NullMarked
package newspulse.deadletter;

import org.jspecify.annotations.NullMarked;
