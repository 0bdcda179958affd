package newspulse.producer.jsonapi;

import newspulse.producer.SourceEntry;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// How the key of an API goes along: in a header, or as a parameter of the query. The key itself is
/// named and never written into the list; only settings with the prefix can be named, so that a
/// list cannot have other secrets sent away.
///
/// @param setting the name of the setting that holds it
/// @param prefix what stands before it in the header, such as `Bearer `
record ApiKey(String setting, @Nullable String header, @Nullable String parameter, String prefix) {
    static final String PREFIX = "SOURCE_KEY_";

    private static final Set<String> KEYS = Set.of("setting", "header", "parameter", "prefix");
    private static final int LONGEST = 100;

    /// Null where the entry names none.
    static @Nullable ApiKey read(SourceEntry entry) {
        if (!entry.has("key")) {
            return null;
        }
        SourceEntry key = entry.map("key", KEYS);
        String setting = key.required("setting", LONGEST);
        if (!setting.isEmpty() && !setting.matches(PREFIX + "[A-Z0-9_]+")) {
            key.reject("setting", "must be " + PREFIX + " and capitals, digits or _");
        }
        String header = key.text("header", LONGEST);
        String parameter = key.text("parameter", LONGEST);
        if ((header == null) == (parameter == null)) {
            key.reject("header", "must be there, or a parameter, and not both");
        }
        if (header != null && !header.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            key.reject("header", "is no name of a header");
        }
        String prefix = key.text("prefix", LONGEST);
        return new ApiKey(setting, header, parameter, prefix == null ? "" : prefix + " ");
    }
}
