/// The demonstration's own news: invented, in English and Korean, marked as samples. Start at
/// [newspulse.producer.sample.SampleStream].
@NullMarked
package newspulse.producer.sample;

import org.jspecify.annotations.NullMarked;
