/// Words as vectors, for the models that learn over them. Start at
/// [newspulse.training.vectors.WordVectors].
@NullMarked
package newspulse.training.vectors;

import org.jspecify.annotations.NullMarked;
