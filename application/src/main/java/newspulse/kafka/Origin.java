package newspulse.kafka;

import newspulse.model.Failure;
import newspulse.model.FailureCode;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// What a record of the input says in its headers about the line of a file that it was. A dead
/// letter keeps them. `refusal` is why the line is no article, where the producer knows already, as
/// of a row of CSV that could not be read: the stream then buries it as that.
///
/// | header | |
/// | --- | --- |
/// | `source.name` | the source in the list |
/// | `source.file` | the name of the file |
/// | `source.line` | the number of the line in it, from 1 |
/// | `source.refusal` | a code of [FailureCode] whose kind is invalid |
/// | `source.detail` | the refusal for people |
public record Origin(String source, String file, long line, @Nullable Failure refusal) {
    private static final String PREFIX = "source.";
    private static final int MAX_DETAIL = 1_000;

    public Headers headers() {
        var headers = new RecordHeaders();
        add(headers, "name", source);
        add(headers, "file", file);
        add(headers, "line", Long.toString(line));
        if (refusal != null) {
            add(headers, "refusal", refusal.code().label());
            add(headers, "detail", refusal.detail());
        }
        return headers;
    }

    /// Why a record is no article, as its headers say; null where they say nothing. Anybody may
    /// write them, and can do no more by it than have a record of their own buried.
    public static @Nullable Failure refusal(Headers headers) {
        Header code = headers.lastHeader(PREFIX + "refusal");
        if (code == null) {
            return null;
        }
        String label = text(code);
        for (FailureCode known : FailureCode.values()) {
            if (known.label().equals(label) && known.kind() == FailureCode.Kind.INVALID) {
                Header detail = headers.lastHeader(PREFIX + "detail");
                return new Failure(known, detail == null ? "" : text(detail));
            }
        }
        return null;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Header header) {
        byte[] value = header.value();
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL);
    }
}
