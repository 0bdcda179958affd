package newspulse.deadletter;

import newspulse.wire.Json;

import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// A letter as one line of JSON, with nothing left out: what is no UTF-8 stands in base 64 under a
/// name that ends in `_base64`.
public final class LetterJson {
    private LetterJson() {}

    /// The line, its end included.
    ///
    /// @param replayed whether it was given another chance
    public static byte[] line(DeadLetter letter, boolean replayed) {
        byte[] json =
                Json.write(out -> {
                    out.writeStartObject();
                    out.writeStringProperty("position", letter.position().toString());
                    out.writeStringProperty("died_at", letter.diedAt().toString());
                    out.writeStringProperty("ingested_at", letter.ingestedAt().toString());
                    out.writeStringProperty("origin", letter.origin());
                    out.writeStringProperty("kind", letter.kind());
                    out.writeStringProperty("code", letter.code());
                    out.writeStringProperty("detail", letter.detail());
                    out.writeStringProperty("fields", letter.fields());
                    out.writeBooleanProperty("replayed", replayed);
                    out.writeArrayPropertyStart("headers");
                    for (Header header :
                            LetterHeaders.received(letter.record().headers()).toArray()) {
                        out.writeStartObject();
                        out.writeStringProperty("name", header.key());
                        bytes(out, "value", header.value());
                        out.writeEndObject();
                    }
                    out.writeEndArray();
                    bytes(out, "key", letter.record().key());
                    bytes(out, "value", letter.record().value());
                    out.writeEndObject();
                });
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private static void bytes(JsonGenerator out, String name, byte @Nullable [] bytes) {
        if (bytes == null) {
            out.writeNullProperty(name);
            return;
        }
        try {
            out.writeStringProperty(
                    name,
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            out.writeStringProperty(name + "_base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
