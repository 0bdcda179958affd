package newspulse.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/// The record's timestamp, which is when the broker took it in. A topic whose producers stamp
/// records themselves may hold times that never were: those count as now, so that none of them can
/// stop the stream or empty its memory.
final class IngestionTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = System.currentTimeMillis();
        return record.timestamp() < 0 || record.timestamp() > now ? now : record.timestamp();
    }
}
