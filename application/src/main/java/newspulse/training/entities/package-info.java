/// Training and measuring of the tagger of names. Start at
/// [newspulse.training.entities.EntityTrainer] and [newspulse.training.entities.EntityEvaluation].
@NullMarked
package newspulse.training.entities;

import org.jspecify.annotations.NullMarked;
