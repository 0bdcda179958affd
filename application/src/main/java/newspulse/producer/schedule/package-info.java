/// When which source is asked. Start at [newspulse.producer.schedule.FetchSchedule].
@NullMarked
package newspulse.producer.schedule;

import org.jspecify.annotations.NullMarked;
