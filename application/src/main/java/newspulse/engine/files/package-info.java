/// The files that the models are made of. Start at [newspulse.engine.files.ModelFiles].
@NullMarked
package newspulse.engine.files;

import org.jspecify.annotations.NullMarked;
