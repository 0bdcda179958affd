package newspulse.producer;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/// Addresses as feeds write them, made absolute.
public final class WebAddress {
    private static final int LONGEST = 4_096;

    /// What no address may hold as it is (RFC 3986); everything beyond ASCII may stay.
    private static final Pattern ILLEGAL =
            Pattern.compile("[\\x20\"<>\\\\^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

    private WebAddress() {}

    /// The absolute http(s) address, or null when there is none in it.
    public static @Nullable String resolve(URI base, @Nullable String written) {
        if (written == null || written.length() > LONGEST) {
            return null;
        }
        String text = written.strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", "");
        if (text.isEmpty()) {
            return null;
        }
        URI address = parse(text);
        if (address == null) {
            return null;
        }
        URI absolute = base.resolve(address);
        boolean web =
                "http".equalsIgnoreCase(absolute.getScheme())
                        || "https".equalsIgnoreCase(absolute.getScheme());
        return web && absolute.getHost() != null ? absolute.toString() : null;
    }

    /// The address as it is, or null when it is no absolute http(s) one.
    public static @Nullable String absolute(@Nullable String written) {
        return resolve(URI.create(""), written);
    }

    /// Whether it is written as a whole http(s) address.
    public static boolean isAbsolute(@Nullable String written) {
        if (written == null) {
            return false;
        }
        String text = written.strip();
        return text.regionMatches(true, 0, "http://", 0, 7)
                || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /// `base` as an element's `xml:base` changes it.
    public static URI rebase(URI base, String written) {
        URI address = parse(written.strip());
        return address == null ? base : base.resolve(address);
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(ILLEGAL.matcher(text).replaceAll(illegal -> escaped(illegal.group())));
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static String escaped(String character) {
        return "%%%02X".formatted((int) character.charAt(0));
    }
}
