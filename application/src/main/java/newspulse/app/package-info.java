/// Puts the stages together: the command line, the configuration, and the roles. Nothing else sees
/// all of them. Start at [newspulse.app.Main].
@NullMarked
package newspulse.app;

import org.jspecify.annotations.NullMarked;
