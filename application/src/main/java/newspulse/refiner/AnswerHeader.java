package newspulse.refiner;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// The header by which an answer names what it answers: the offset, in the same partition, of the
/// article that was sent out, as a decimal number.
final class AnswerHeader {
    private static final String NAME = "newspulse.answers";

    private AnswerHeader() {}

    static void add(Headers headers, long offset) {
        headers.add(NAME, Long.toString(offset).getBytes(StandardCharsets.US_ASCII));
    }

    /// The offset that is answered; empty where the record is no answer of ours.
    static OptionalLong read(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII)));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
