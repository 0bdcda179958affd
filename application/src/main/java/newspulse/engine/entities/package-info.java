/// Who and what an article names, and where. Start at [newspulse.engine.entities.EntityRecognizer].
@NullMarked
package newspulse.engine.entities;

import org.jspecify.annotations.NullMarked;
