package newspulse.provider;

import newspulse.intake.ContentHash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Names what an answer depends on without showing it: addresses of one's own among it, which have
/// no place in an answer that everybody reads.
public final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {}

    /// 16 hexadecimal digits, the same for the same texts in the same order.
    public static String of(@Nullable Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part).append('\0');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return ContentHash.ofBytes(bytes).hex().substring(0, DIGITS);
    }
}
