package newspulse.stream;

import newspulse.model.Failure;
import newspulse.model.Fault;
import newspulse.wire.Json;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What a dead letter's headers say: why the record died, where it came from, and when. The headers
/// that it came with stay before them.
final class DeadLetter {
    private static final String PREFIX = "newspulse.";
    private static final int MAX_DETAIL = 1_000;
    private static final int MAX_FAULTS = 50;
    private static final int MAX_RECEIVED_HEADERS = 16 * 1024;

    private DeadLetter() {}

    /// Where a record stood.
    record Origin(String topic, int partition, long offset) {}

    static Headers headers(Headers received, Failure failure, Origin origin, Instant at) {
        var headers = new RecordHeaders();
        int size = 0;
        for (Header header : received) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
            if (size <= MAX_RECEIVED_HEADERS && !header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        add(headers, "kind", failure.code().kind().label());
        add(headers, "code", failure.code().label());
        add(headers, "detail", cut(failure.detail()));
        headers.add(PREFIX + "fields", fields(failure));
        add(headers, "topic", origin.topic());
        add(headers, "partition", Integer.toString(origin.partition()));
        add(headers, "offset", Long.toString(origin.offset()));
        add(headers, "time", at.toString());
        return headers;
    }

    /// The faults as a JSON array of `{path, message, rejected?}`.
    private static byte[] fields(Failure failure) {
        return Json.write(json -> {
            json.writeStartArray();
            for (Fault fault : failure.faults().stream().limit(MAX_FAULTS).toList()) {
                json.writeStartObject();
                json.writeStringProperty("path", fault.path());
                json.writeStringProperty("message", fault.message());
                if (fault.rejected() != null) {
                    json.writeStringProperty("rejected", fault.rejected());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
