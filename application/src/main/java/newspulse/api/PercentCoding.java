package newspulse.api;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Percent-encoding as paths have it (RFC 3986): `+` is a plus.
final class PercentCoding {
    private PercentCoding() {}

    /// The text, or null when it is not the encoding of any.
    static @Nullable String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '%') {
                bytes[length++] = bytes[at];
                continue;
            }
            int high = at + 2 <= bytes.length - 1 ? Character.digit(bytes[at + 1], 16) : -1;
            int low = at + 2 <= bytes.length - 1 ? Character.digit(bytes[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[length++] = (byte) (high << 4 | low);
            at += 2;
        }
        byte[] decoded = Arrays.copyOf(bytes, length);
        return Utf8.isWellFormed(decoded) ? new String(decoded, StandardCharsets.UTF_8) : null;
    }
}
