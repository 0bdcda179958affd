/// The producer's way into the pipeline: nothing the broker has acknowledged is sent again. Start
/// at [newspulse.producer.publish.Publisher].
@NullMarked
package newspulse.producer.publish;

import org.jspecify.annotations.NullMarked;
