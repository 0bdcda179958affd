/// Time as calls need it: that it passes, how much is left, and when it is time to say something
/// again. Start reading at [newspulse.provider.time.Time].
@NullMarked
package newspulse.provider.time;

import org.jspecify.annotations.NullMarked;
