package newspulse.producer.folder;

import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// How far a file was read. So that a file that was replaced is told from one that has grown, its
/// beginning and what stood before the offset are kept as checksums.
///
/// @param offset of the first byte that was not read, unpacked
/// @param line the number of the line that begins there, from 1
/// @param open whether the last line was read without its end, because nobody went on writing it
/// @param head checksum of the first [#WINDOW] bytes read
/// @param tail checksum of the last [#WINDOW] bytes read
public record Position(long offset, long line, boolean open, String head, String tail) {
    /// Bytes that a checksum covers, at most.
    static final int WINDOW = 4_096;

    static final Position START = new Position(0, 1, false, sum(new byte[0]), sum(new byte[0]));

    int headLength() {
        return (int) Math.min(offset, WINDOW);
    }

    /// Whether a file that begins with `head`, and has `before` before the offset, has been read so
    /// far.
    boolean fits(byte[] head, byte[] before) {
        return head.length >= headLength()
                && sum(Arrays.copyOf(head, headLength())).equals(this.head)
                && sum(before).equals(tail);
    }

    static String sum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes);
        return bytes.length + "-" + HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    public byte[] toJson() {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeNumberProperty("offset", offset);
            json.writeNumberProperty("line", line);
            json.writeBooleanProperty("open", open);
            json.writeStringProperty("head", head);
            json.writeStringProperty("tail", tail);
            json.writeEndObject();
        });
    }

    /// Null where the bytes are none.
    public static @Nullable Position ofJson(byte[] json) {
        try {
            return Json.mapper()
                    .readValue(new String(json, StandardCharsets.UTF_8), Position.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
