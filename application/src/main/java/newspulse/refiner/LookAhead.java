package newspulse.refiner;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A first reading of a partition that came to us, to the end that it had then: answers that an
/// earlier owner published, but had no time to commit, are there. Only their headers are looked at.
///
/// @param from where the work will begin
/// @param end the offset after the last record to look at
record LookAhead(PartitionOffsets offsets, long from, long end) {
    void see(ConsumerRecord<?, ?> record) {
        AnswerHeader.read(record.headers()).ifPresent(offsets::answered);
    }
}
