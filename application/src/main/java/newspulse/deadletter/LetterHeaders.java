package newspulse.deadletter;

import newspulse.model.Failure;
import newspulse.wire.FaultJson;
import newspulse.wire.Json;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What the headers of a dead letter say: why the record died, where it came from, and when. The
/// headers that it came with stay before them. Two more are on a record that is given another
/// chance: when it first came in, and which letter it was.
public final class LetterHeaders {
    static final String KIND = "newspulse.kind";
    static final String CODE = "newspulse.code";
    static final String DETAIL = "newspulse.detail";
    static final String FIELDS = "newspulse.fields";
    static final String TOPIC = "newspulse.topic";
    static final String PARTITION = "newspulse.partition";
    static final String OFFSET = "newspulse.offset";
    static final String TIME = "newspulse.time";

    /// When the record first came in, milliseconds since 1970; on a replayed record, and on a
    /// letter that was one.
    static final String INGESTED = "newspulse.ingested";

    /// On a record without a value: that the letter named was replayed.
    static final String REPLAYED = "newspulse.replayed";

    private static final String PREFIX = "newspulse.";
    private static final int MAX_DETAIL = 1_000;
    private static final int MAX_FAULTS = 50;
    private static final int MAX_RECEIVED_HEADERS = 16 * 1024;

    private LetterHeaders() {}

    /// Where a record stood.
    public record Origin(String topic, int partition, long offset) {}

    /// Those of a letter.
    ///
    /// @param at when it died
    public static Headers of(Headers received, Failure failure, Origin origin, Instant at) {
        RecordHeaders headers = received(received);
        Header ingested = received.lastHeader(INGESTED);
        if (ingested != null) {
            headers.add(ingested);
        }
        add(headers, KIND, failure.code().kind().label());
        add(headers, CODE, failure.code().label());
        add(headers, DETAIL, cut(failure.detail()));
        headers.add(
                FIELDS,
                Json.write(json ->
                        FaultJson.write(
                                json, failure.faults().stream().limit(MAX_FAULTS).toList())));
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIME, at.toString());
        return headers;
    }

    /// When a record came in: at its first chance, where this is another. Nobody can say that it
    /// came later than it did.
    ///
    /// @param taken when the broker took this record in, milliseconds since 1970
    public static Instant ingestedAt(Headers headers, long taken) {
        String first = text(headers, INGESTED);
        if (first != null) {
            try {
                return Instant.ofEpochMilli(Math.clamp(Long.parseLong(first), 0, taken));
            } catch (NumberFormatException _) {
                // Somebody else wrote it: it says nothing.
            }
        }
        return Instant.ofEpochMilli(taken);
    }

    /// The headers that a record came with, without those of a letter.
    static RecordHeaders received(Headers all) {
        var headers = new RecordHeaders();
        int size = 0;
        for (Header header : all) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
            if (size <= MAX_RECEIVED_HEADERS && !header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
    }
}
