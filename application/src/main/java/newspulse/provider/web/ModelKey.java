package newspulse.provider.web;

import newspulse.config.Setting;

import java.util.List;
import java.util.regex.Pattern;

/// The key that a model asks for, sent as a bearer token (RFC 6750).
public final class ModelKey {
    /// What can stand in the header. A key that cannot is told at start, without it being shown,
    /// and not by an exception of the client that quotes it.
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    private ModelKey() {}

    public static Setting<String> setting(String name, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "secret, in one line of ASCII",
                null,
                meaning,
                true,
                text -> {
                    if (!VISIBLE.matcher(text).matches()) {
                        throw new IllegalArgumentException("not such a key");
                    }
                    return text;
                });
    }
}
