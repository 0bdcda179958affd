/// Where articles come from: feeds, APIs, files, the demonstration's own samples. Each source hands
/// its articles over to an [newspulse.producer.Outbox]; what becomes of them there is not its
/// matter. Start at [newspulse.producer.Outbox] and [newspulse.producer.PolledSource].
@NullMarked
package newspulse.producer;

import org.jspecify.annotations.NullMarked;
