package newspulse.deadletter;

import newspulse.wire.Json;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/// One record that could not be processed, as it was received, and why.
///
/// @param record as the topic holds it
/// @param kind whose failure it was; a question mark where the letter does not say
/// @param code which failure; likewise
/// @param diedAt when it was buried
/// @param ingestedAt when it first came in
/// @param source the name of its source, where it can be read
/// @param title its title, likewise
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> record,
        String kind,
        String code,
        String detail,
        Instant diedAt,
        Instant ingestedAt,
        @Nullable String source,
        @Nullable String title) {
    private static final String UNKNOWN = "?";

    /// Where it stands in the topic, and its name on the command line.
    public record Position(int partition, long offset) {
        /// Reads what [#toString] writes.
        ///
        /// @throws IllegalArgumentException when it is none
        public static Position parse(String text) {
            String[] parts = text.split("-", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not PARTITION-OFFSET: " + text);
            }
            var position = new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
            if (position.partition < 0 || position.offset < 0) {
                throw new IllegalArgumentException("not PARTITION-OFFSET: " + text);
            }
            return position;
        }

        @Override
        public String toString() {
            return partition + "-" + offset;
        }
    }

    /// Reads a record of the dead letters, whoever wrote it.
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        JsonNode article = article(record.value());
        return new DeadLetter(
                record,
                or(LetterHeaders.text(record.headers(), LetterHeaders.KIND), UNKNOWN),
                or(LetterHeaders.text(record.headers(), LetterHeaders.CODE), UNKNOWN),
                or(LetterHeaders.text(record.headers(), LetterHeaders.DETAIL), ""),
                diedAt(record),
                LetterHeaders.ingestedAt(record.headers(), record.timestamp()),
                text(article.path("source").path("name")),
                text(article.path("title")));
    }

    public Position position() {
        return new Position(record.partition(), record.offset());
    }

    /// Where the record stood when it died, as `topic-partition@offset`.
    public String origin() {
        return "%s-%s@%s"
                .formatted(
                        or(LetterHeaders.text(record.headers(), LetterHeaders.TOPIC), UNKNOWN),
                        or(LetterHeaders.text(record.headers(), LetterHeaders.PARTITION), UNKNOWN),
                        or(LetterHeaders.text(record.headers(), LetterHeaders.OFFSET), UNKNOWN));
    }

    /// The faults, as the JSON array that the letter holds.
    public String fields() {
        return or(LetterHeaders.text(record.headers(), LetterHeaders.FIELDS), "[]");
    }

    private static Instant diedAt(ConsumerRecord<?, ?> record) {
        String time = LetterHeaders.text(record.headers(), LetterHeaders.TIME);
        if (time != null) {
            try {
                return Instant.parse(time);
            } catch (DateTimeParseException _) {
                // Then when the broker took it says nearly the same.
            }
        }
        return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
    }

    private static JsonNode article(byte @Nullable [] value) {
        if (value != null) {
            try {
                return Json.mapper().readTree(value);
            } catch (JacksonException _) {
                // Many a letter died of just that.
            }
        }
        return Json.mapper().missingNode();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
