/// The stage that has better answers made for articles that deserve them, and publishes each as the
/// next analysis of the same content. It follows the topic that it writes to. Start at
/// [newspulse.refiner.RefinerService].
@NullMarked
package newspulse.refiner;

import org.jspecify.annotations.NullMarked;
