/// A file of articles, one JSON object a line, played as a source. Start at
/// [newspulse.producer.replay.ReplaySource].
@NullMarked
package newspulse.producer.replay;

import org.jspecify.annotations.NullMarked;
