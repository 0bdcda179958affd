package newspulse.api;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// An analysed article as the log gave it.
///
/// @param json its JSON, to be passed on byte by byte; never changed
/// @param ingestedAt when the pipeline took the article in, in milliseconds since the epoch: the
///   record's timestamp, which every stage hands on
// Arrays in records compare by identity; nothing compares arrivals.
@SuppressWarnings("ArrayRecordComponent")
record Arrival(ArticleHeader header, byte[] json, long ingestedAt) {

    static Arrival of(ConsumerRecord<byte[], byte[]> message) throws UnreadableArticleException {
        byte[] value = message.value();
        return new Arrival(ArticleHeader.read(value), value, message.timestamp());
    }
}
